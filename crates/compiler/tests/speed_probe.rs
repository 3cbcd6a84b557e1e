//! probe
use compiler::folder::Folder;
#[test]
fn probe() {
    for dir in std::env::var("PROBE").unwrap().split(',') {
        let t = std::time::Instant::now();
        let folder = Folder::read(std::path::Path::new(dir)).unwrap();
        let a = t.elapsed();
        let t = std::time::Instant::now();
        let (corpus, problems) = compiler::read(&folder);
        println!("{dir}: load {a:?} read {:?} docs {} blocks {} problems {}", t.elapsed(), corpus.documents.len(), corpus.documents.iter().map(|d| d.blocks.len()).sum::<usize>(), problems.len());
        let t = std::time::Instant::now();
        println!("{}", compiler::show::human(&problems, &folder));
        println!("{}", compiler::show::github(&problems, &folder, "corpus"));
        println!("{} show {:?}", compiler::show::summary(&problems, corpus.documents.len()), t.elapsed());
    }
}
