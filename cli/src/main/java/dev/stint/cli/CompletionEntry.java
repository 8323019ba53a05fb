package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can follow some words of a command line.
 *
 * @param path the words behind {@code stint}; empty for none
 * @param words commands or fixed arguments
 * @param files whether any file can follow too
 */
record CompletionEntry(String path, List<Word> words, List<Choice> options, boolean files) {
  /** A word and what it is for. */
  record Word(String text, String description) {}

  /**
   * An option.
   *
   * @param values what it takes; empty for a flag, or for one that takes anything
   */
  record Choice(List<String> names, String description, boolean takesValue, List<String> values) {}

  static CompletionEntry of(CommandLine command, String path) {
    List<Word> words = new ArrayList<>();
    command
        .getSubcommands()
        .forEach((name, sub) ->
            words.add(new Word(name, first(sub.getCommandSpec().usageMessage().description()))));
    boolean files = false;
    for (ArgSpec argument : command.getCommandSpec().positionalParameters()) {
      candidates(argument).forEach(each -> words.add(new Word(each, "")));
      files |= argument.paramLabel().startsWith("FILE");
    }
    List<Choice> options =
        command.getCommandSpec().options().stream().map(CompletionEntry::choice).toList();
    return new CompletionEntry(path, List.copyOf(words), options, files);
  }

  private static Choice choice(OptionSpec option) {
    return new Choice(
        List.of(option.names()),
        first(option.description()),
        option.arity().max() > 0,
        candidates(option));
  }

  private static List<String> candidates(ArgSpec argument) {
    Iterable<String> known = argument.completionCandidates();
    return known == null ? List.of() : StreamSupport.stream(known.spliterator(), false).toList();
  }

  private static String first(String[] description) {
    String text = description.length == 0 ? "" : description[0];
    return text.replaceAll("\\$\\{[^}]*}", "one of several")
        .lines()
        .collect(Collectors.joining(" "));
  }
}
