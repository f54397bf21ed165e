//! `avm build`: compiles a project with the tool it uses, and packs what came out.
//!
//! With `--watch` it does so again whenever a source changes. What was read for a pack is kept, so that only files that
//! changed are read again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, SystemTime};

use clap::Args;
use notify::{RecursiveMode, Watcher};
use packbeam::Pack;
use packbeam::prune::Following;

use crate::command::pack::tell;
use crate::input::{Content, Input, folder_files};
use crate::project::{Project, Tool};
use crate::recipe::Recipe;
use crate::replace::replace;
use crate::say::Failure;
use crate::search_path;
use crate::treemap::counted;

/// Changes that come this close together are of one editing.
const SETTLED: Duration = Duration::from_millis(50);

/// Compile a project, and pack what came out.
///
/// It is compiled with rebar3, mix, gleam or erlc, whichever it uses, and what the program needs is packed.
///
/// The module it begins in is the one declared (rebar.config: {start, MODULE} of packbeam; mix.exs: start: of atomvm; gleam.toml:
/// start), else one that exports start/0. Packs in the folder avm_deps go in, too.
#[derive(Args)]
#[command(after_help = "Examples:
  avm build
  avm build my_project --out firmware.avm
  avm build --watch")]
pub struct Build {
    /// The pack to make; else NAME.avm in the project's folder.
    #[arg(short, long, value_name = "PACK")]
    out: Option<PathBuf>,
    /// The module the program begins in.
    #[arg(short, long, value_name = "MODULE")]
    start: Option<String>,
    /// Keep modules that nothing reached from the start uses.
    #[arg(long)]
    no_prune: bool,
    /// Leave out line numbers.
    #[arg(short, long, visible_alias = "remove_lines")]
    remove_lines: bool,
    /// Take modules that are called and not there from here: a directory, otp or elixir. May be repeated.
    #[arg(long, value_name = "DIR")]
    search_path: Vec<String>,
    /// Take from the search path what AtomVM of this version does not have, instead of what avm does not.
    #[arg(long, value_name = "VERSION")]
    atomvm: Option<String>,
    /// Do it again whenever a source changes.
    #[arg(short, long)]
    watch: bool,
    /// The project's folder.
    #[arg(default_value = ".", value_name = "FOLDER")]
    folder: PathBuf,
}

/// The files that were read, and what they were when they were.
#[derive(Default)]
struct Read {
    files: BTreeMap<PathBuf, (SystemTime, u64, Vec<Input>)>,
}

impl Build {
    /// Builds.
    pub fn execute(self) -> Result<ExitCode, Failure> {
        let project = Project::find(&self.folder)?;
        let mut read = Read::default();
        let built = self.build(&project, &mut read);
        if !self.watch {
            return built.map(|()| ExitCode::SUCCESS);
        }
        if let Err(failure) = built {
            failure.say();
        }
        self.keep_building(&project, &mut read)
    }

    fn build(&self, project: &Project, read: &mut Read) -> Result<(), Failure> {
        project.compile()?;
        let compiled = Instant::now();
        let mut inputs = vec![];
        for folder in project.compiled() {
            let name = if project.tool == Tool::Erlc { Some(project.name.as_str()) } else { None };
            read.files_of(&folder, name, &mut inputs)?;
        }
        if project.tool == Tool::Erlc {
            read.private_files_of(&project.folder, &project.name, &mut inputs)?;
        }
        for pack in project.packs() {
            read.file(&pack, None, &mut inputs)?;
        }
        let made = self.recipe(project, &inputs)?.make(inputs.into_iter().map(Ok))?;
        let out = self.out.clone().unwrap_or_else(|| self.folder.join(format!("{}.avm", project.name)));
        if fs::read(&out).ok().as_ref() != Some(&made.pack) {
            replace(&out, &made.pack).map_err(|error| Failure::file(&out, &error))?;
        }
        tell(&made, false);
        let modules = Pack::parse(&made.pack).into_iter().flat_map(|pack| pack.sections()).flatten();
        let modules = modules.filter(packbeam::Section::is_code).count();
        println!(
            "{}: {}, {} bytes, packed in {} ms",
            out.display(),
            counted(modules, "module"),
            made.pack.len(),
            compiled.elapsed().as_millis(),
        );
        Ok(())
    }

    fn recipe(&self, project: &Project, inputs: &[Input]) -> Result<Recipe, Failure> {
        let declared = self.start.clone().or_else(|| project.start.clone());
        let start = declared.or_else(|| start_of(inputs, &project.name));
        let mut places = self.search_path.clone();
        // What a program in Elixir calls of Elixir is in no other place.
        if project.tool == Tool::Mix && places.is_empty() {
            places.push("elixir".to_owned());
        }
        Ok(Recipe {
            start,
            prune: (!self.no_prune).then_some(Following::Everything),
            remove_lines: self.remove_lines,
            atomvm: self.atomvm.clone(),
            directories: search_path::directories(&places)?,
            ..Recipe::default()
        })
    }

    fn keep_building(&self, project: &Project, read: &mut Read) -> Result<ExitCode, Failure> {
        let (sender, changes) = channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(Failure::new)?;
        watcher.watch(&project.folder, RecursiveMode::NonRecursive).map_err(Failure::new)?;
        for folder in project.sources() {
            watcher.watch(&folder, RecursiveMode::Recursive).map_err(Failure::new)?;
        }
        println!("watching {}; Ctrl-C ends it", project.folder.display());
        while changed(project, &changes) {
            if let Err(failure) = self.build(project, read) {
                failure.say();
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Waits until a source changed and nothing more does; whether there is anybody left to tell of changes.
fn changed(project: &Project, changes: &Receiver<notify::Result<notify::Event>>) -> bool {
    let is_source = |event: &notify::Event| {
        !event.kind.is_access() && event.paths.iter().any(|path| project.is_source(path))
    };
    loop {
        match changes.recv() {
            Ok(Ok(event)) if is_source(&event) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    loop {
        match changes.recv_timeout(SETTLED) {
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// The module that exports `start/0`: of several the one named like the application, else the first.
fn start_of(inputs: &[Input], name: &str) -> Option<String> {
    let modules = inputs.iter().filter_map(|input| match &input.content {
        Content::Module(bytes) => {
            let beam = packbeam::Beam::parse(bytes).ok()?;
            let starts = beam.exports_function("start", 0).unwrap_or(false);
            starts.then(|| beam.atoms().ok()?.module().map(|name| name.chars().collect::<String>())).flatten()
        }
        _ => None,
    });
    let modules: Vec<String> = modules.collect();
    let named = modules.iter().find(|module| *module == name || module.trim_start_matches("Elixir.").eq_ignore_ascii_case(name));
    named.or(modules.first()).cloned()
}

impl Read {
    /// The files of an application's folder.
    fn files_of(&mut self, folder: &Path, name: Option<&str>, inputs: &mut Vec<Input>) -> Result<(), Failure> {
        for (path, private) in folder_files(folder, name)? {
            self.file(&path, private, inputs)?;
        }
        Ok(())
    }

    fn private_files_of(&mut self, folder: &Path, name: &str, inputs: &mut Vec<Input>) -> Result<(), Failure> {
        for (path, private) in crate::input::private_files(&folder.join("priv"), name)? {
            self.file(&path, Some(private), inputs)?;
        }
        Ok(())
    }

    /// A file, under the name that a plain one has; read only if it is not what it was.
    fn file(&mut self, path: &Path, private: Option<String>, inputs: &mut Vec<Input>) -> Result<(), Failure> {
        let failure = |error| Failure::file(path, &error);
        let metadata = fs::metadata(path).map_err(failure)?;
        let (time, size) = (metadata.modified().map_err(failure)?, metadata.len());
        if let Some((old_time, old_size, old)) = self.files.get(path)
            && (*old_time, *old_size) == (time, size)
        {
            inputs.extend(old.iter().cloned());
            return Ok(());
        }
        let bytes = fs::read(path).map_err(failure)?;
        let new = match private {
            Some(name) => vec![Input { path: path.to_owned(), content: Content::File(name, bytes) }],
            None => crate::input::file(path, bytes)?,
        };
        self.files.insert(path.to_owned(), (time, size, new.clone()));
        inputs.extend(new);
        Ok(())
    }
}
