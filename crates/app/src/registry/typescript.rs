//! The TypeScript side of the registry: every type that a command speaks, and the table of commands.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use super::Command;

const HEADER: &str =
    "// Generated from the command registry by `cargo run -p xtask -- types`. Do not edit.\n";

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
}

impl TypeScript {
    /// The generated files for `commands`: every type, and the table of commands.
    pub(super) fn of_registry(commands: &[Command]) -> Bridge {
        let mut collected =
            Self { config: Config::new().with_large_int("number"), declarations: BTreeMap::new() };
        collected.add::<kernel::Refusal>();
        collected.add::<kernel::FaultKind>();
        collected.add::<kernel::Permission>();
        let mut table =
            String::from("/** Every command with what it takes and gives. */\nexport interface Commands {\n");
        let mut facts = String::from(
            "/** What each command needs, and what it makes stale. */\nexport const commandFacts = {\n",
        );
        for command in commands {
            let (input, output) = (command.describe)(&mut collected);
            let _ = writeln!(table, "  \"{}\": {{ input: {input}; output: {output} }};", command.name);
            let permission = serde_json::to_string(&command.permission).unwrap_or_default();
            let stale = serde_json::to_string(command.stale).unwrap_or_default();
            let _ =
                writeln!(facts, "  \"{}\": {{ permission: {permission}, stale: {stale} }},", command.name);
        }
        facts.push_str("} as const satisfies Record<keyof Commands, { permission: Permission; stale: readonly string[] }>;\n");
        let mentioned: Vec<&str> =
            collected.declarations.keys().map(String::as_str).filter(|name| mentions(&table, name)).collect();
        let imported = mentioned.join(",\n  ");
        let types: Vec<&str> = collected.declarations.values().map(String::as_str).collect();
        Bridge {
            types: format!("{HEADER}\n{}\n", types.join("\n\n")),
            commands: format!(
                "{HEADER}\nimport type {{\n  Permission,\n  {imported},\n}} from \"./types\";\n\n{table}}}\n\n{facts}"
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
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.declarations.contains_key(&name) {
                T::visit_generics(self);
                return;
            }
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", T::decl(&self.config));
            self.declarations.insert(name, declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
