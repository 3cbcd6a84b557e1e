//! What English tells about a capitalised word beside a surname: whether it belongs to the name.

/// Titles, offices and other words that stand capitalised before a surname without being a given name.
const TITLES: &str = "\
    mr mrs ms miss mx dr sir dame lord lady hon honourable rt rev reverend prof professor justice judge sergeant \
    general colonel major captain admiral president premier chancellor minister ministers secretary leader speaker \
    mp mps pm dpm mep msp senator senators congressman congresswoman representative governor mayor councillor \
    ambassador commissioner chair chairman chairwoman chairperson chief director spokesperson spokesman spokeswoman \
    co-leader member candidate opposition government deputy treasurer envoy king queen prince princess pope bishop \
    archbishop rabbi imam pastor brother sister madam madame monsieur former party";

/// Words that begin a sentence, a heading or a clause, and days and months: capitals that say nothing about a name.
const OPENERS: &str = "\
    a about according across after again against all also although am among an and any are as asked at because \
    before both but by can could despite did do does during earlier either even ever every finally following for \
    from further had has have he her here his how however i if in including instead into is it its just last later \
    like may meanwhile might more most much must neither never next no nor not now of on once one only or other our \
    out over per perhaps question quoting said says she should since so some still such tell than that the their \
    then there these they this those though through thus to today together tomorrow tonight too under unlike until \
    unless upon us via was we were what when where whereas whether which while who whom whose why will with within \
    without would yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january february \
    march april june july august september october november december";

/// Words that follow a surname or a party's one-word name with a capital and leave it what it is.
const FOLLOWERS: &str = "\
    mp mps government governments administration cabinet coalition party minister ministers leader leaders deputy \
    prime foreign defence finance opposition spokesperson spokesman spokeswoman co-leader co-leaders senator \
    senators caucus i ii jr sr member members president associate justice health education";

/// Surnames that are also everyday words with capitals of their own ("the Court", "Young people").
const EVERYDAY: &str = "\
    abbot bank banks barber bell best bird bishop black bond bridge bridges brown bush butler carpenter case \
    chambers church close cook court cross day dean down drake english fair field fields fish fisher foot ford \
    forest fox france freeman frost gold goldsmith good grant gray green greens grey hall hardy heath hill hills \
    holiday holland house hunt hunter ireland israel jordan judge key king kings knight lake lamb land law laws \
    light little long love low major march marsh mason may miller moon moses nation national new noble north page \
    paris park parker parks peace pike police pope power powers price prince read rich rose sharp shepherd short \
    singer small smith south speaker spring stone storm street strong summer summers swift temple turner walker wall \
    ward waters way weaver weeks west white winter winters wise wolf wood woods young";

/// Determiners: a surname that is an everyday word is no name behind them.
const DETERMINERS: &str =
    "the a an this that these those its their our his her my your every any each no some which another";

/// What people do in reports: after an everyday word at the start of a sentence, the sign that it is a name.
const DEEDS: &str = "\
    said says say told tells asked asks added adds argued argues wrote writes called calls was is has had will would \
    did does could also then later replied answered described declined accused posted apologised rejected believes \
    believed thought thinks noted spoke stated claimed and";

fn holds(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Whether a capitalised word (folded) before a surname can be something else than another person's given name.
pub(crate) fn may_stand_before_surname(word: &str, begins_sentence: bool) -> bool {
    let last = word.rsplit('-').next().unwrap_or(word);
    holds(TITLES, word)
        || holds(TITLES, last)
        || holds(OPENERS, word)
        || word.ends_with("'s")
        || (begins_sentence && (word.ends_with("ly") || word.ends_with("ing") || word.ends_with("ed")))
}

/// Whether a capitalised word (folded) may follow a surname or a party's one-word name without making another name of it.
pub(crate) fn may_follow_name(word: &str) -> bool {
    holds(FOLLOWERS, word) || holds(OPENERS, word)
}

/// Whether a surname (folded) is also an everyday word.
pub(crate) fn is_everyday_word(surname: &str) -> bool {
    holds(EVERYDAY, surname)
}

/// Whether a word (folded) is a title or an office that stands before a name.
pub(crate) fn is_title(word: &str) -> bool {
    holds(TITLES, word)
}

/// Whether a word (folded) is a determiner.
pub(crate) fn is_determiner(word: &str) -> bool {
    holds(DETERMINERS, word)
}

/// Whether a word (folded) tells what somebody did or said.
pub(crate) fn is_deed(word: &str) -> bool {
    // "warned", "opposes": what a verb of deeds ends in; "police" and "people" do not.
    let is_verb = word.len() > 4 && (word.ends_with("ed") || word.ends_with("es") && !word.ends_with("ees"));
    holds(DEEDS, word) || is_verb
}

/// The surname of a full name: its last word, with the particles before it ("van Velden"); `None` of a single word.
pub(crate) fn surname(name: &str) -> Option<&str> {
    const PARTICLES: &str = "van von der den de du da di del la le bin ibn al el ter ten";
    const SUFFIXES: &str = "jr jr. sr sr. ii iii";
    let words: Vec<&str> = name.split_whitespace().collect();
    // "Minister of Health", "the Speaker": an office, which has no surname.
    let is_name = |word: &&str| word.chars().next().is_some_and(char::is_uppercase) || holds(PARTICLES, word);
    if !words.iter().all(is_name) || words.last().is_some_and(|word| holds(TITLES, &word.to_lowercase())) {
        return None;
    }
    let end = words.iter().rposition(|word| !holds(SUFFIXES, &word.to_lowercase()))?;
    let mut start = end;
    while start > 1 && holds(PARTICLES, words[start - 1]) {
        start -= 1;
    }
    if start == 0 {
        return None;
    }
    let from = words[start].as_ptr() as usize - name.as_ptr() as usize;
    let to = words[end].as_ptr() as usize - name.as_ptr() as usize + words[end].len();
    name.get(from..to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_the_last_word_with_its_particles() {
        assert_eq!(surname("Damien O'Connor"), Some("O'Connor"));
        assert_eq!(surname("Debbie Ngarewa-Packer"), Some("Ngarewa-Packer"));
        assert_eq!(surname("Brooke van Velden"), Some("van Velden"));
        assert_eq!(surname("Martin Luther King Jr."), Some("King"));
        assert_eq!(surname("Napoleon"), None);
        assert_eq!(surname("van Velden"), Some("Velden"));
        assert_eq!(surname("Minister of Health"), None);
        assert_eq!(surname("The Speaker"), None);
    }
}
