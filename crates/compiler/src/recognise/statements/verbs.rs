//! Reporting verbs: what each does (says, claims, concedes, asks, calls for, …) and how its content may follow it.

use crate::statement::VerbKind;

/// How the content may stand to its verb.
pub(super) mod frame {
    /// A quotation, before or behind.
    pub(in super::super) const QUOTE: u16 = 1;
    /// A clause, with or without "that".
    pub(in super::super) const CLAUSE: u16 = 2;
    /// A clause with "that" only.
    pub(in super::super) const THAT: u16 = 4;
    /// A question: whether, why, how.
    pub(in super::super) const QUESTION: u16 = 8;
    /// To do something.
    pub(in super::super) const INFINITIVE: u16 = 16;
    /// A thing.
    pub(in super::super) const OBJECT: u16 = 32;
    /// Somebody is told first: "told Parliament that", "urged Israel to".
    pub(in super::super) const ADDRESSEE: u16 = 64;
    /// A thing taken for another: "sees it as".
    pub(in super::super) const TAKEN: u16 = 256;
    /// Anything at all, if the source is a report, a poll or a study: "polls show most voters undecided".
    pub(in super::super) const FINDING: u16 = 512;
    /// Doing something.
    pub(in super::super) const GERUND: u16 = 128;
}

/// Whether "does not …" tells a view as well: "does not support" does, "did not say" does not.
pub(super) fn holds_negated(kind: VerbKind) -> bool {
    matches!(kind, VerbKind::Believes | VerbKind::Supports | VerbKind::Denies | VerbKind::Concedes)
}

/// A verb of the list.
#[derive(Clone, Debug)]
pub(super) struct Verb {
    pub(super) lemma: &'static str,
    pub(super) kind: VerbKind,
    pub(super) frames: u16,
    /// Prepositions before what it is about: "called for", "spoke of".
    pub(super) prepositions: Vec<&'static str>,
    /// The word that must follow: "pointed out".
    pub(super) particle: Option<&'static str>,
}

/// Each line: the kind; the frames (q quotation, t clause, h that-clause, w question, i infinitive, o object, a addressee
/// first, g gerund, s a thing "as" another, r
/// what a poll or a report shows) and after a slash the prepositions; then verbs, with past and participle if they are irregular, "~" if
/// the last letter doubles, and "+" before a word that must follow.
const VERBS: &str = "\
says qtw/of,about say:said
says qta/of,about tell:told
says qh/about,on write:wrote:written
says qto announce disclose reveal report confirm
says qtow mention
says qhw/about,on remark comment
says qh state
says qh add
says qho declare repeat reiterate stress emphasise emphasize underline underscore highlight
says qho proclaim utter exclaim
says qhw note observe
says qhw/to explain
says qh reply respond
says qho answer
says qha inform remind
says qta/of assure
says o clarify specify reference lay:laid+out point+to single+out
says ho/about,on preach lecture rant rave
says qho testify volunteer recount recall relate divulge
says qh/about,of,on joke quip~:quipped
says qh continue conclude interject retort intone chime:chimed opine muse deadpan~:deadpanned chuckle
says qh shout yell scream chant whisper mutter cry roar thunder boom bark beam gush sigh laugh shrug~ snap~ growl grumble
says qh point+out go:went:gone+on spell+out shoot:shot+back chime+in
says q put:put+it
says qho/about,on tweet retweet post blog~ email message text
says q read:read issue release
says h/about,of,on speak:spoke:spoken talk
says o discuss outline detail articulate voice express convey
says qhw/on elaborate expound
says h/at hint
says qh gloat brag~
says oh pronounce
says ho/to signal
says qho quote
claims qt/of claim
claims qth insist maintain assert contend allege purport charge aver~ posit
claims qh/for argue
claims tho/of,about suggest
claims tho imply
claims qh/about,of boast
claims o/of accuse
claims th reckon profess
concedes qt/to admit~
concedes qtho acknowledge concede confess
concedes qhoi/to,with agree
concedes h accept recognise recognize
asks qwai/about,for ask
asks qwo question
asks qw/about,if wonder inquire enquire
asks o query
calls-for o/for,on,upon call
calls-for qaiho urge
calls-for qtiho/for demand
calls-for io/for,to appeal plead
calls-for ihog/to propose
calls-for ohg/for recommend advocate
calls-for i/for push lobby
calls-for aiho/for,against advise
calls-for aio encourage exhort implore beseech
calls-for io want
calls-for io seek:sought
calls-for iho/for request petition beg~
calls-for aiho order instruct direct
calls-for i/for campaign press
calls-for qh suggest+that
promises qtaio promise
promises qtih/to vow pledge swear:swore:sworn
promises i/to commit~
promises i threaten
promises i/to,on plan~ intend
promises io/to guarantee
warns qtha/of,about,against warn caution
warns qh/of,about,to alert
denies qtoh deny
denies i refuse decline
denies oh/as reject dismiss
denies oh dispute refute rebut~ rebuff disavow renounce repudiate disown contradict downplay
denies ih/with disagree
denies ho/to object
criticises o/for,as criticise criticize condemn denounce blast slam~ mock ridicule decry deride lambast lambaste assail fault rebuke scold chide berate castigate disparage insult pillory skewer rail lash
criticises o/for blame chastise
criticises ho/to,against oppose protest
criticises qth/about,of complain gripe grumble
criticises qho lament bemoan bewail deplore regret
criticises o/as demonise demonize belittle vilify satirise satirize resent despise loathe mourn protest question
criticises /of disapprove
criticises /at,against lash+out scoff
supports o/for support endorse praise defend favour favor applaud hail commend laud tout champion extol~ welcome thank congratulate credit
supports o/for back
supports o embrace reaffirm affirm
supports h/in rejoice
supports o admire appreciate espouse echo vouch
supports /of,for approve vouch advocate
describes o/as call describe portray characterise characterize dub~ label brand depict deem cast:cast liken compare paint frame
describes /to refer~ allude
describes o/as cite invoke
describes h/to attest
believes tw/of,about think:thought
believes t/in,that believe
believes thi/for hope
believes tho/that fear
believes h feel:felt
believes htw/about know:knew:known
believes tio expect
believes htow doubt
believes th assume suspect presume suppose
believes th/about worry
believes io prefer
believes hw understand:understood
believes o/as view regard consider
believes s see:saw:seen
believes ht predict estimate forecast
believes hi wish
believes hot anticipate foresee:foresaw:foreseen envision envisage imagine
believes i/at,to aim
believes ho remember:remembered
believes w/that,to decide determine
believes oi dislike hate
shows hwr show:showed:shown
shows hr find:found
shows th indicate demonstrate prove
";

/// Forms a verb may stand in; one word may be several.
pub(super) mod form {
    pub(in super::super) const BASE: u8 = 1;
    pub(in super::super) const THIRD: u8 = 2;
    pub(in super::super) const PAST: u8 = 4;
    pub(in super::super) const PARTICIPLE: u8 = 8;
    pub(in super::super) const GERUND: u8 = 16;
}

/// Every verb, and its forms as (word, verb, form).
pub(super) fn verbs() -> (Vec<Verb>, Vec<(String, usize, u8)>) {
    let mut verbs: Vec<Verb> = Vec::new();
    let mut forms = Vec::new();
    for line in VERBS.lines() {
        let mut fields = line.split(' ').filter(|field| !field.is_empty());
        let (Some(kind), Some(shape)) = (fields.next(), fields.next()) else { continue };
        let kind = VerbKind::ALL.iter().copied().find(|known| known.word() == kind).unwrap_or(VerbKind::Says);
        let (letters, prepositions) = shape.split_once('/').unwrap_or((shape, ""));
        let frames = letters.chars().map(frame_of).fold(0, |all, one| all | one);
        for word in fields {
            let (spelled, particle) = match word.split_once('+') {
                Some((verb, particle)) => (verb, Some(particle)),
                None => (word, None),
            };
            let mut parts = spelled.split(':');
            let first = parts.next().unwrap_or_default();
            let lemma = first.trim_end_matches('~');
            let past = parts.next();
            let participle = parts.next().or(past);
            let number = verbs.len();
            let prepositions = prepositions.split(',').filter(|word| !word.is_empty()).collect();
            verbs.push(Verb { lemma, kind, frames, prepositions, particle });
            let doubles = first.ends_with('~');
            forms.push((lemma.to_owned(), number, form::BASE));
            forms.push((third(lemma), number, form::THIRD));
            forms.push((past.map_or_else(|| ending(lemma, "ed", doubles), str::to_owned), number, form::PAST));
            forms.push((
                participle.map_or_else(|| ending(lemma, "ed", doubles), str::to_owned),
                number,
                form::PARTICIPLE,
            ));
            forms.push((ending(lemma, "ing", doubles || lemma == "put"), number, form::GERUND));
        }
    }
    (verbs, forms)
}

fn frame_of(letter: char) -> u16 {
    match letter {
        'q' => frame::QUOTE,
        't' => frame::CLAUSE,
        'h' => frame::THAT,
        'w' => frame::QUESTION,
        'i' => frame::INFINITIVE,
        'o' => frame::OBJECT,
        'a' => frame::ADDRESSEE,
        'g' => frame::GERUND,
        'r' => frame::FINDING,
        's' => frame::TAKEN,
        _ => 0,
    }
}

fn third(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh") || lemma == "go" => {
            format!("{lemma}es")
        }
        _ => format!("{lemma}s"),
    }
}

fn ending(lemma: &str, suffix: &str, doubles: bool) -> String {
    let last = lemma.chars().next_back().unwrap_or_default();
    match (suffix, lemma.strip_suffix('e'), lemma.strip_suffix('y')) {
        _ if doubles => format!("{lemma}{last}{suffix}"),
        ("ing", Some(stem), _) if !lemma.ends_with("ee") && !lemma.ends_with("oe") => format!("{stem}ing"),
        ("ed", Some(_), _) => format!("{lemma}d"),
        ("ed", _, Some(stem)) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ied"),
        _ => format!("{lemma}{suffix}"),
    }
}
