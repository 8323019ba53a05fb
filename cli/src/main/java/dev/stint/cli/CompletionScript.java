package dev.stint.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Completion scripts, written from what the commands say of themselves. */
final class CompletionScript {
  private CompletionScript() {}

  static List<String> of(CompletionCommand.Kind kind, List<CompletionEntry> entries) {
    return switch (kind) {
      case BASH -> bash(entries);
      case ZSH -> zsh(entries);
      case FISH -> fish(entries);
    };
  }

  /** Zsh runs what is written for bash. */
  private static List<String> zsh(List<CompletionEntry> entries) {
    List<String> lines = new ArrayList<>();
    lines.add("autoload -U +X bashcompinit && bashcompinit");
    lines.addAll(bash(entries));
    return lines;
  }

  private static List<String> bash(List<CompletionEntry> entries) {
    List<String> lines = new ArrayList<>();
    lines.add("_stint() {");
    lines.add("  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}");
    lines.add("  local path='' i");
    lines.add("  for ((i = 1; i < COMP_CWORD; i++)); do");
    lines.add("    case \"$path${path:+ }${COMP_WORDS[i]}\" in");
    lines.add(
        "      "
            + entries.stream()
                .map(CompletionEntry::path)
                .filter(path -> !path.isEmpty())
                .map(CompletionScript::quoted)
                .collect(Collectors.joining(" | "))
            + ") path=\"$path${path:+ }${COMP_WORDS[i]}\" ;;");
    lines.add("    esac");
    lines.add("  done");
    lines.add("  local words='' files=''");
    lines.add("  case \"$path\" in");
    for (CompletionEntry entry : entries) {
      bash(entry, lines);
    }
    lines.add("  esac");
    lines.add("  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))");
    lines.add("  if [ -n \"$files\" ]; then COMPREPLY+=($(compgen -f -- \"$word\")); fi");
    lines.add("}");
    lines.add("complete -F _stint stint");
    return lines;
  }

  private static void bash(CompletionEntry entry, List<String> lines) {
    Set<String> words = new LinkedHashSet<>();
    entry.words().forEach(each -> words.add(each.text()));
    entry.options().forEach(each -> words.addAll(each.names()));
    lines.add("    " + quoted(entry.path()) + ")");
    lines.add("      case \"$before\" in");
    for (CompletionEntry.Choice option : entry.options()) {
      if (option.takesValue()) {
        String names = String.join(" | ", option.names());
        String values = quoted(String.join(" ", option.values()));
        String files = option.values().isEmpty() ? " files=yes" : "";
        lines.add("        " + names + ") words=" + values + files + " ;;");
      }
    }
    String files = entry.files() ? " files=yes" : "";
    lines.add("        *) words=" + quoted(String.join(" ", words)) + files + " ;;");
    lines.add("      esac ;;");
  }

  private static List<String> fish(List<CompletionEntry> entries) {
    List<String> lines = new ArrayList<>();
    lines.add("function __stint_at");
    lines.add("  set -l words (commandline -opc)");
    lines.add("  set -l path");
    lines.add("  for word in $words[2..-1]");
    lines.add("    if contains -- (string join ' ' $path $word) " + fishPaths(entries));
    lines.add("      set path $path $word");
    lines.add("    end");
    lines.add("  end");
    lines.add("  test (string join ' ' $path) = \"$argv\"");
    lines.add("end");
    lines.add("complete -c stint -f");
    for (CompletionEntry entry : entries) {
      fish(entry, lines);
    }
    return lines;
  }

  private static String fishPaths(List<CompletionEntry> entries) {
    return entries.stream()
        .map(CompletionEntry::path)
        .filter(path -> !path.isEmpty())
        .map(CompletionScript::quoted)
        .collect(Collectors.joining(" "));
  }

  private static void fish(CompletionEntry entry, List<String> lines) {
    String at = "complete -c stint -n " + fishQuoted("__stint_at " + entry.path()) + " ";
    for (CompletionEntry.Word word : entry.words()) {
      lines.add(at + "-a " + fishQuoted(word.text()) + " -d " + fishQuoted(word.description()));
    }
    for (CompletionEntry.Choice option : entry.options()) {
      StringBuilder line = new StringBuilder(at);
      option.names().forEach(name -> line.append(fishName(name)).append(' '));
      if (option.takesValue()) {
        line.append(option.values().isEmpty() ? "-r -F " : "-x ");
      }
      if (!option.values().isEmpty()) {
        line.append("-a ").append(fishQuoted(String.join(" ", option.values()))).append(' ');
      }
      lines.add(line + "-d " + fishQuoted(option.description()));
    }
    if (entry.files()) {
      lines.add(at + "-F");
    }
  }

  /** As fish takes it: long, short, or a long name with one hyphen. */
  private static String fishName(String name) {
    if (name.startsWith("--")) {
      return "-l " + name.substring(2);
    }
    return (name.length() == 2 ? "-s " : "-o ") + name.substring(1);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String fishQuoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
