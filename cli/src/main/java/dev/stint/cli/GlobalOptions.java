package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The options that may also stand before the verb: they are moved behind it, where they belong. */
final class GlobalOptions {
  /** As the help of {@code stint} shows them. */
  static final List<String> HELP =
      List.of(
          "      --address HOST:PORT  Coordinator to ask. Otherwise STINT_ADDRESS, the current",
          "                             context, or localhost:7400.",
          "  -o, --output FORMAT      table, wide, json, jsonl, yaml or name.",
          "      --fields A,B.C       Only these fields of the answer.",
          "  -w, --watch              Go on showing it until Ctrl-C.",
          "      --dry-run            Only say what would be done.",
          "  -y, --yes                Do not ask.");

  private static final Set<String> WITH_VALUE = Set.of("--address", "-o", "--output", "--fields");
  private static final Set<String> FLAGS = Set.of("-w", "--watch", "--dry-run", "-y", "--yes");

  private GlobalOptions() {}

  /** Whether the word after this one belongs to it. */
  static boolean takesValue(String word) {
    return WITH_VALUE.contains(word);
  }

  private static boolean isOne(String word) {
    boolean joined =
        WITH_VALUE.stream().anyMatch(name -> word.startsWith(name + "="))
            || word.startsWith("-o") && word.length() > 2;
    return joined || FLAGS.contains(word);
  }

  /** The same arguments with global options behind the verb; where there is none, without them. */
  static String[] behindVerb(CommandLine root, String[] arguments) {
    List<String> words = new ArrayList<>();
    List<String> options = new ArrayList<>();
    CommandLine at = root;
    int i = 0;
    while (i < arguments.length && !at.getSubcommands().isEmpty()) {
      String word = arguments[i];
      CommandLine next = at.getSubcommands().get(word);
      if (next != null) {
        words.add(word);
        at = next;
      } else if (takesValue(word) && i + 1 < arguments.length) {
        options.add(word);
        options.add(arguments[++i]);
      } else if (isOne(word)) {
        options.add(word);
      } else {
        break;
      }
      i++;
    }
    if (at.getSubcommands().isEmpty()) {
      words.addAll(options);
    }
    words.addAll(List.of(arguments).subList(i, arguments.length));
    return words.toArray(String[]::new);
  }

  /** The word that names the first command; empty if there is none. */
  static String firstCommand(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (takesValue(arguments[i])) {
        i++;
      } else if (!arguments[i].startsWith("-")) {
        return arguments[i];
      }
    }
    return "";
  }
}
