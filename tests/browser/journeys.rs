//! The journeys: what a visitor does, and what must then be seen. Only what needs a browser is here.

mod anywhere;
mod articles;
mod elsewhere;
mod hostile;
mod languages;
mod looks;
mod notes;
mod numbers;
mod offline;
mod pairs;
mod parts;
mod reading;
mod sayings;
mod states;
mod steps;
mod tampering;
mod trees;
mod walks;

use xtask::Outcome;

use crate::page::Page;

pub(crate) use looks::VIEWS;

/// A journey gets a new session; it fails with what was not as it should be, or if the console shows an error.
type Journey = fn(&Page) -> Outcome<()>;

/// What holds wherever the page is opened from. Their names are told, and the pictures of failures are named by them.
pub(crate) const JOURNEYS: &[(&str, Journey)] = &[
    ("the page starts", looks::the_page_starts),
    ("nothing is asked of anyone else", looks::nothing_is_asked_of_anyone_else),
    ("a reload keeps the address", steps::a_reload_keeps_the_address),
    ("typing searches and makes one step of history", steps::typing_searches),
    ("a number opens a list of its length", steps::a_number_opens_its_list),
    ("every number of the pairs opens its list", numbers::every_number_opens_its_list),
    ("excluding and taking off", steps::excluding_and_taking_off),
    ("dragging over the bars chooses dates", steps::dragging_chooses_dates),
    ("a long list of values can be searched", steps::a_long_facet_can_be_searched),
    ("a hostile address becomes notices", steps::a_hostile_address_becomes_notices),
    ("a link to pass on", steps::a_link_to_pass_on),
    ("from a search to its hits in the reader and back", reading::from_a_search_to_its_hits_and_back),
    ("from the network to the passages behind a line", reading::from_the_network_to_its_passages),
    ("the matrix by arrow keys to what a cell counts", pairs::the_matrix_by_arrow_keys),
    ("a walk through the network and back", pairs::a_walk_through_the_network),
    ("lists to take away", pairs::files_to_take_away),
    ("a picture to take away", pairs::a_picture_to_take_away),
    ("a name put in the middle", pairs::a_name_put_in_the_middle),
    ("statements of sure speakers only", sayings::only_sure_speakers),
    ("from a statement to its speaker and its text", sayings::from_a_statement_to_its_speaker_and_text),
    ("who speaks about whom", sayings::who_speaks_about_whom),
    ("the page in another language", languages::another_language),
    ("the page from right to left", languages::from_right_to_left),
    ("notes are kept and taken along", notes::kept_and_taken_along),
    ("a question to begin with", elsewhere::a_question_to_begin_with),
    ("listed keys do what they say", elsewhere::listed_keys_do_what_they_say),
    ("the whole journey by keyboard alone", walks::by_keyboard),
    ("the whole journey on a touch screen", walks::on_a_touch_screen),
];

/// What is about the host, or needs one, and what is the same in the one file that is opened from disk and takes long: it is left
/// out of these.
pub(crate) const HOST_JOURNEYS: &[(&str, Journey)] = &[
    ("the program takes over without a jump", looks::the_program_takes_over_without_a_jump),
    ("visitors without JavaScript have a list", looks::visitors_without_javascript_have_a_list),
    ("every view and state is accessible", states::every_view_is_accessible),
    ("no view scrolls sideways on a phone", states::no_view_scrolls_sideways),
    ("every view prints without its controls", states::every_view_prints_without_controls),
    ("nothing moves for who asks for it", states::nothing_moves_for_who_asks_for_it),
    ("what is heard of every view", trees::what_is_heard),
    ("without a connection every view works", offline::every_view_works),
    ("a new version waits until it is accepted", offline::a_new_version_waits),
    ("an update that breaks off leaves the old version", offline::an_update_that_breaks_off),
    ("a first visit that breaks off keeps nothing", offline::a_first_visit_that_breaks_off),
    ("other pages and copies of the host stay themselves", offline::others_stay_themselves),
    ("a page being worked on is not kept", offline::a_page_being_worked_on),
    ("the page can be installed", offline::the_page_can_be_installed),
    ("a view in an article", articles::a_view_in_an_article),
    ("a view in an article that may store nothing", articles::a_view_in_an_article_that_may_store_nothing),
    ("a view in a frame without an origin", articles::a_view_in_a_frame_without_an_origin),
    ("a document on a page of its own", elsewhere::a_document_on_a_page_of_its_own),
    ("a hostile corpus stays text", hostile::a_corpus_stays_text),
    ("an archive in parts is the same page", parts::every_view_is_the_same),
    ("of an archive in parts nothing goes once more", parts::nothing_read_goes_once_more),
    ("of an archive in parts what was read stays", parts::what_was_read_stays),
    ("all parts of an archive can be kept", parts::everything_can_be_kept),
    ("damaged parts are told and asked for again", parts::damaged_parts),
    ("a changed program does not run", tampering::a_changed_program),
    ("a changed script does not run", tampering::a_changed_script),
    ("an inserted script does not run", tampering::an_inserted_script),
];

/// What holds of any page that was built, whatever its documents.
pub(crate) const ANYWHERE: &[(&str, Journey)] = &[
    ("every view stands", anywhere::every_view_stands),
    ("numbers open their lists", anywhere::numbers_open_their_lists),
    ("from a search to a citation", anywhere::from_a_search_to_a_citation),
    ("everything without a connection", anywhere::all_without_a_connection),
];

/// Fails unless the two are the same.
fn is<T: PartialEq + std::fmt::Debug>(what: &str, seen: T, expected: T) -> Outcome<()> {
    if seen == expected { Ok(()) } else { Err(format!("{what}: expected {expected:?}, saw {seen:?}").into()) }
}

/// Fails with these words unless it holds.
fn holds(what: &str, it: bool) -> Outcome<()> {
    if it { Ok(()) } else { Err(what.into()) }
}
