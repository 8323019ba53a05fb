package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The completion script for fish, written from what the commands say of themselves. */
final class FishCompletion {
  private FishCompletion() {}

  /** What fish sources. */
  static List<String> of(List<CompletionEntry> entries) {
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
        .map(FishCompletion::quoted)
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
