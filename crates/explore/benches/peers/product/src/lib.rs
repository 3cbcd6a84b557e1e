//! The engine as the page has it, for the bench against peers: an archive, questions made ready, answers as numbers.
//!
//! What an answer holds stays here until the next question, and is read where it lies: `…_at` is a place in the memory of the
//! program, in bytes.
#![cfg(target_arch = "wasm32")]

use archive::{Archive, EntityKind};
use explore::{FACETS, Numbers, Query};
use graph::layout::Edge;
use wasm_bindgen::prelude::wasm_bindgen;

/// As many values of each facet as a peer's answer holds.
const TOP: usize = 20;

#[wasm_bindgen]
pub struct Product {
    archive: Archive,
    queries: Vec<Query>,
    numbers: Option<Numbers>,
    /// Of a filter state by facet and place: value and count. Of a search the first documents; of pairs their names and counts.
    top: Vec<u32>,
    scores: Vec<f64>,
    /// By period: the day it begins with, and the count.
    periods: Vec<i32>,
}

#[wasm_bindgen]
impl Product {
    /// An archive, checked as the page checks it.
    #[wasm_bindgen(constructor)]
    pub fn open(bytes: Vec<u8>) -> Result<Product, String> {
        let archive = Archive::open(bytes).map_err(|error| error.to_string())?;
        Ok(Product {
            archive,
            queries: Vec::new(),
            numbers: None,
            top: Vec::new(),
            scores: Vec::new(),
            periods: Vec::new(),
        })
    }

    /// Makes a question ready: an address is read once, whatever then is asked of it. The number it is known by.
    pub fn prepare(&mut self, address: &str) -> usize {
        self.queries.push(Query::parse(address));
        self.queries.len() - 1
    }

    /// Answers a question: the number of its documents.
    pub fn state(&mut self, question: usize) -> usize {
        let Some(query) = self.queries.get(question) else { return 0 };
        let numbers = explore::numbers(&self.archive, query, TOP);
        self.top.clear();
        for first in &numbers.first {
            let places = first.iter().take(TOP).map(|(value, count)| [value.0, *count]);
            self.top.extend(places.chain(std::iter::repeat([0, 0])).take(TOP).flatten());
        }
        self.periods.clear();
        self.periods.extend(numbers.periods.iter().flat_map(|(day, count)| [*day, *count as i32]));
        let documents = numbers.documents;
        self.numbers = Some(numbers);
        documents
    }

    /// Answers a question as the page does, with all its words and links: how many facets it shows.
    pub fn view(&self, question: usize) -> usize {
        self.queries.get(question).map_or(0, |query| explore::view(&self.archive, query).facets.len())
    }

    /// Finds the documents of a search, how many they are, and which ten come first.
    pub fn search(&mut self, question: usize) -> usize {
        let Some(query) = self.queries.get(question) else { return 0 };
        let (documents, first) = explore::first_documents(&self.archive, query, TOP / 2);
        self.top = first.iter().map(|document| document.0).collect();
        documents
    }

    /// Finds the strongest pairs among all names: how many.
    pub fn pairs(&mut self, question: usize, least: u32, most: usize) -> usize {
        let Some(query) = self.queries.get(question) else { return 0 };
        let pairs = explore::strongest_pairs(&self.archive, query, least, most);
        self.top = pairs.iter().flat_map(|pair| [pair.first.0, pair.second.0, pair.count]).collect();
        self.scores = pairs.iter().map(|pair| pair.npmi).collect();
        pairs.len()
    }

    pub fn scores_at(&self) -> usize {
        self.scores.as_ptr() as usize
    }

    pub fn counts_at(&self) -> usize {
        self.numbers.as_ref().map_or(0, |numbers| numbers.counts.as_ptr() as usize)
    }

    pub fn top_at(&self) -> usize {
        self.top.as_ptr() as usize
    }

    pub fn periods_at(&self) -> usize {
        self.periods.as_ptr() as usize
    }

    pub fn periods(&self) -> usize {
        self.periods.len() / 2
    }

    /// Number of values that are counted.
    pub fn values(&self) -> usize {
        self.archive.values()
    }

    /// Where a facet's values begin among all, and where its first twenty stand among those of all facets.
    pub fn facet(&self, kind: &str) -> Vec<usize> {
        let kind = EntityKind::from_word(kind).unwrap_or(EntityKind::Person);
        let counted = if kind == EntityKind::Party { EntityKind::PartyEither } else { kind };
        let place = FACETS.iter().position(|facet| *facet == kind).unwrap_or_default();
        vec![self.archive.range_of(counted).start as usize, place]
    }
}

/// Places of nodes after so many steps, x and y by turns; edges are first, second and weight by turns.
#[wasm_bindgen]
pub fn layout(nodes: usize, edges: &[u32], steps: usize) -> Vec<f32> {
    let edges: Vec<Edge> = edges
        .as_chunks()
        .0
        .iter()
        .map(|[first, second, weight]| Edge { first: *first, second: *second, weight: *weight as f32 })
        .collect();
    graph::layout::layout(nodes, &edges, steps, 1.0).iter().flat_map(|place| [place.x, place.y]).collect()
}
