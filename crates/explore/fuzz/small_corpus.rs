//! A corpus of four documents with a little of everything, small enough to be asked thousands of times a second.

pub(crate) const SMALL: &str = r##"
== corpus.toml
[corpus]
id = "small"
title = "Small"
language = "en"
== gazetteers/people.toml
[[people]]
id = "anna"
name = "Anna Lee"
aliases = ["Minister Lee"]
parties = [{ party = "red", from = "2020" }]
roles = [{ title = "Minister", from = "2021", to = "2023" }]
[[people]]
id = "ben"
name = "Ben Stone"
parties = [{ party = "blue" }]
[[people]]
id = "red"
name = "Red Fox"
== gazetteers/parties.toml
[[parties]]
id = "red"
name = "Red Party"
short = "Reds"
colour = "#c00000"
[[parties]]
id = "blue"
name = "Blue Party"
== gazetteers/places.toml
[[places]]
id = "town"
name = "Ōtaki"
== gazetteers/organisations.toml
[[organisations]]
id = "court"
name = "High Court"
== gazetteers/topics.toml
[[topics]]
id = "water"
label = "Water"
keywords = ["water", "rivers"]
== documents/a.md
+++
title = "Water for Ōtaki"
date = "2021-03-04"
outlet = ["Paper", "Radio"]
source_url = "https://example.org/a"
+++
Anna Lee spoke of water. “Rivers come first for all of us,” Lee said. Ben Stone of the Blue Party disagreed.

- Anna Lee and Ben Stone met in Otaki.

> Rivers are rivers.
== documents/b.md
+++
title = "A day in court"
date = "2021-04"
outlet = "Paper"
rights = "snippets"
+++
The High Court heard Ben Stone. The Red Party was not named by anybody else on that long day, and the Minister Lee stayed away.

## Later

Red Fox came to the High Court with Anna Lee.
== documents/c.md
+++
title = "Named only"
date = "2023"
rights = "metadata"
people = ["Anna Lee", "Carl New"]
+++
Anna Lee met Ben Stone of the Red Party in Ōtaki.
== documents/d.txt
No date here, and Anna Lee is named beside the Red Party, the Blue Party and water.
"##;
