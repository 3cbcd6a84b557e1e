//! Page, stylesheets and scripts without what only their readers need: comments, indentation, empty lines.

/// A stylesheet without comments and indentation. A comment's marks stand in no string of ours.
pub fn stylesheet(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    lines(&bare, |line| !line.is_empty())
}

/// The page without comments; its lines stay, they show in a `pre`. Text from documents is escaped and holds no mark of one.
pub fn page(html: &str) -> String {
    let mut bare = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        bare.push_str(before.trim_end());
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare
}

/// A script, ours or the one that wasm-bindgen writes, without comments, each of which has lines of its own, and without
/// indentation. No text in it runs over lines.
pub fn script(script: &str) -> String {
    let mut in_comment = false;
    lines(script, |line| {
        in_comment |= line.starts_with("/**");
        let is_code = !in_comment && !line.is_empty() && !line.starts_with("//");
        in_comment &= !line.ends_with("*/");
        is_code
    })
}

fn lines(text: &str, mut is_kept: impl FnMut(&str) -> bool) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| is_kept(line)) {
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_keeps_everything_but_its_comments() {
        assert_eq!(page("<a>\n  <!-- why\n so -->\n<b> <!-- x --></b>\n"), "<a>\n<b></b>\n");
    }

    #[test]
    fn rules_stay_and_comments_go() {
        assert_eq!(
            stylesheet("/* one */\n@layer a {\n  b { c: d; } /* two\n three */\n\n}\n"),
            "@layer a {\nb { c: d; }\n}\n"
        );
        let written = "/**\n * what it does\n * @param {number} a\n */\nexport function f(a) {\n    // why\n    return `//${a}`;\n}\n";
        assert_eq!(script(written), "export function f(a) {\nreturn `//${a}`;\n}\n");
        assert_eq!(script("/** one line */\nlet a = 1;\n"), "let a = 1;\n");
    }
}
