//! The TypeScript side of the registry: every type that a command speaks, and the table of commands.

use std::{
    any::TypeId,
    collections::{BTreeMap, HashSet},
    fmt::Write as _,
};

use ts_rs::{Config, TS, TypeVisitor};

use super::Command;

const HEADER: &str =
    "// Generated from the command registry by `cargo run -p xtask -- types`. Do not edit.\n";

const SHORTHANDS: &str = "export type CommandName = keyof Commands;
export type Input<C extends CommandName> = Commands[C][\"input\"];
export type Output<C extends CommandName> = Commands[C][\"output\"];
";

const PERMISSIONS: &str = "/** What the caller of each command must be allowed to do. */
export const PERMISSION_OF: Record<CommandName, Permission> = {
";

const STALE_AFTER: &str =
    "/** The queries that each command makes stale: names, prefixes that end in a dot, or `*`. */
export const STALE_AFTER: Partial<Record<CommandName, readonly string[]>> = {
";

/// The text of the generated files in `ui/src/gen`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bridge {
    /// `types.ts`: every type that a command speaks.
    pub types: String,
    /// `commands.ts`: the table of commands.
    pub commands: String,
}

/// Whether `name` stands in `text` as a word.
fn mentions(text: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part))
}

/// Collects the declarations behind the commands' inputs and outputs.
pub(crate) struct TypeScript {
    config: Config,
    declarations: BTreeMap<String, String>,
    visited: HashSet<TypeId>,
}

impl TypeScript {
    /// The generated files for `commands`: every type, and the table of commands.
    pub(super) fn of_registry(commands: &[Command]) -> Bridge {
        let mut collected = Self {
            config: Config::new().with_large_int("number"),
            declarations: BTreeMap::new(),
            visited: HashSet::new(),
        };
        collected.add::<kernel::Refusal>();
        collected.add::<kernel::FaultKind>();
        collected.add::<kernel::Permission>();
        let mut table =
            String::from("/** Every command with what it takes and gives. */\nexport interface Commands {\n");
        let mut permissions = String::from(PERMISSIONS);
        let mut stale_after = String::from(STALE_AFTER);
        for command in commands {
            let (input, output) = (command.describe)(&mut collected);
            let _ = writeln!(table, "  \"{}\": {{ input: {input}; output: {output} }};", command.name);
            let permission = serde_json::to_string(&command.permission).unwrap_or_default();
            let _ = writeln!(permissions, "  \"{}\": {permission},", command.name);
            if !command.stale.is_empty() {
                let stale = serde_json::to_string(command.stale).unwrap_or_default();
                let _ = writeln!(stale_after, "  \"{}\": {stale},", command.name);
            }
        }
        let mentioned: Vec<&str> =
            collected.declarations.keys().map(String::as_str).filter(|name| mentions(&table, name)).collect();
        let imported = mentioned.join(",\n  ");
        let types: Vec<&str> = collected.declarations.values().map(String::as_str).collect();
        Bridge {
            types: format!("{HEADER}\n{}\n", types.join("\n\n")),
            commands: format!(
                "{HEADER}\nimport type {{\n  Permission,\n  {imported},\n}} from \"./types\";\n\n{table}}}\n\n{SHORTHANDS}\n{permissions}}};\n\n{stale_after}}};\n"
            ),
        }
    }

    pub(super) fn of_command<I: TS + 'static, O: TS + 'static>(collected: &mut Self) -> (String, String) {
        collected.add::<I>();
        collected.add::<O>();
        (I::name(&collected.config), O::name(&collected.config))
    }

    fn add<T: TS + 'static + ?Sized>(&mut self) {
        <Self as TypeVisitor>::visit::<T>(self);
    }
}

impl TypeVisitor for TypeScript {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.visited.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", T::decl(&self.config));
            self.declarations.entry(name).or_insert(declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
