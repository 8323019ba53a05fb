package dev.stint.cli;

import java.util.List;
import java.util.function.Function;

/** Writes what a command answers, in the format asked for. */
final class Answers {
  private final Shell shell;
  private final Format format;

  Answers(Shell shell, ClusterOptions options) {
    this.shell = shell;
    this.format = options.format;
  }

  /** Several things of one kind; {@code nothing} is what a person reads when there is none. */
  <T> void list(List<T> rows, Function<T, String> name, Table<T> table, String nothing) {
    switch (format) {
      case TABLE -> {
        if (rows.isEmpty()) {
          shell.say(nothing);
        } else {
          table.render(rows).forEach(shell.out()::println);
        }
      }
      case JSON -> shell.out().println(JsonText.pretty(rows));
      case JSONL -> rows.forEach(row -> shell.out().println(JsonText.line(row)));
      case NAME -> rows.forEach(row -> shell.out().println(name.apply(row)));
    }
  }

  /** One thing; {@code lines} is how a person reads it. */
  void one(Object view, String name, List<String> lines) {
    switch (format) {
      case TABLE -> lines.forEach(shell.out()::println);
      case JSON -> shell.out().println(JsonText.pretty(view));
      case JSONL -> shell.out().println(JsonText.line(view));
      case NAME -> shell.out().println(name);
    }
  }

  /** One of a sequence whose end is not known. */
  void next(Object view, String name, String line) {
    switch (format) {
      case TABLE -> shell.out().println(line);
      case JSON, JSONL -> shell.out().println(JsonText.line(view));
      case NAME -> shell.out().println(name);
    }
    shell.out().flush();
  }
}
