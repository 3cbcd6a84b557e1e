//! Given names that tell whether "he" or "she" may mean somebody. A name that is neither or either tells nothing.

/// What a pronoun and a given name say of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

const HE: &str = "\
    aaron abdul adam adrian ahmed alan albert alexander ali alistair andrew anthony antony arthur barack barry ben \
    benjamin bernard bernie bill bob boris brad brendan brett brian bruce carl charles chris christian christopher colin \
    craig damien daniel dave david dean dennis derek donald doug douglas duncan edward emmanuel eric erik ethan evan francis \
    frank fred frederick gareth gary geoff george gerald gerard gerry gideon glenn gordon graeme graham grant greg gregory \
    harry henry howard hugh hussein ian ibrahim jack jacob jake james jared jason jeff jeffrey jeremy jerry jim jimmy joe \
    joel john jonathan jose joseph joshua juan julian justin keir keith ken kenneth kevin kieran lawrence lee leo leon liam \
    louis luke malcolm marcus mario mark martin matt matthew maurice max michael mike mitch mitt mohamed mohammed muhammad \
    murray nathan neil nicholas nick nigel norman oliver oscar owen patrick paul pedro peter phil philip phillip ralph \
    raymond reuben richard rick rob robert rodney roger roland ron ronald ross roy russell ryan sean sebastian shane \
    shaun simon stephen steve steven stuart ted teddy tim timothy tom tony trevor tuariki victor vincent vladimir walter \
    warren wayne william winston xavier yusuf zachary";

const SHE: &str = "\
    abigail agnes alexandra alice alicia alison amanda amelia amy andrea angela anita ann anna annabel anne annette \
    barbara beth bethany beverley brenda brooke camilla carmel carol caroline catherine cecilia charlotte chelsea cheryl \
    chloe christina christine claire clare cynthia dana deborah debbie denise diana diane donna dorothy elaine eleanor \
    elizabeth ella ellen emily emma erica erin esther eva evelyn fatima felicity fiona florence frances georgina gillian \
    ginny gloria golriz grace hannah harriet heather helen hilary hillary holly ingrid irene isabel isabella jacinda jacqueline \
    jacqui jane janet janine jean jennifer jenny jessica jill joan joanna joanne josephine joyce judith judy julia julie \
    karen kate katherine kathleen kathryn katie kellyanne kirsten kylie laura lauren leanne lesley lily linda lisa lucy \
    lynn madeleine margaret maria marie marilyn marina marion martha mary maureen megan melania melanie melissa meredith \
    michelle miriam molly monica nancy naomi natalie nicola nicole nina nora olivia pamela patricia paula penelope penny \
    philippa phoebe priyanca rachel rebecca rosemary ruth sally samantha sandra sara sarah serena sharon sheila sheree \
    shirley simone sonia sophia sophie stella stephanie susan suzanne sylvia tamatha tanya teresa theresa tina tracey \
    ursula valerie vanessa vera veronica victoria virginia vivian wendy yvonne zoe";

/// The gender that a full name's first word tells.
pub(super) fn gender(name: &str) -> Option<Gender> {
    let first = text::fold(name.split_whitespace().next()?);
    let holds = |names: &str| names.split(' ').any(|listed| listed == first);
    if holds(HE) {
        Some(Gender::He)
    } else if holds(SHE) {
        Some(Gender::She)
    } else {
        None
    }
}
