package dev.stint.cli;

import com.google.gson.JsonElement;
import dev.stint.client.StintUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Writes what a command answers, in the format asked for. */
final class Answers {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Shell shell;
  private final Format format;
  private final List<String> fields;

  Answers(Shell shell, ClusterOptions options) {
    this.shell = shell;
    this.format = options.format;
    this.fields = options.fields;
  }

  /** Several things of one kind, once. */
  <T> void list(Listing<T> listing) {
    Fields.require(listing.type(), fields);
    List<T> rows = listing.rows().get();
    switch (format) {
      case TABLE, WIDE -> {
        if (rows.isEmpty()) {
          shell.say(listing.nothing());
        } else {
          table(listing, rows).forEach(shell.out()::println);
        }
      }
      case JSON -> shell.out().println(JsonText.pretty(tree(rows)));
      case JSONL -> rows.forEach(row -> shell.out().println(JsonText.line(tree(row))));
      case YAML -> YamlText.lines(tree(rows)).forEach(shell.out()::println);
      case NAME -> rows.forEach(row -> shell.out().println(listing.name().apply(row)));
    }
  }

  /** Several things of which a person reads a line each. */
  <T> void sequence(
      Class<T> type, List<T> all, Function<T, String> name, Function<T, String> line) {
    Fields.require(type, fields);
    switch (format) {
      case JSON -> shell.out().println(JsonText.pretty(tree(all)));
      case YAML -> YamlText.lines(tree(all)).forEach(shell.out()::println);
      default -> all.forEach(each -> next(each, name.apply(each), line.apply(each)));
    }
  }

  /** Several things of one kind; if they are watched, until Ctrl-C. */
  <T> void list(Listing<T> listing, WatchOption watch) {
    if (!watch.on) {
      list(listing);
    } else if (shell.redraws() && isForPeople()) {
      Fields.require(listing.type(), fields);
      redraw(() -> {
        List<T> rows = listing.rows().get();
        return rows.isEmpty() ? List.of(listing.nothing()) : table(listing, rows);
      });
    } else {
      Fields.require(listing.type(), fields);
      append(listing);
    }
  }

  private boolean isForPeople() {
    return format == Format.TABLE || format == Format.WIDE;
  }

  private <T> List<String> table(Listing<T> listing, List<T> rows) {
    int width = shell.screen().width();
    if (fields.isEmpty()) {
      return listing.table().render(rows, format == Format.WIDE, width);
    }
    Table<JsonElement> chosen = new Table<>();
    for (String path : fields) {
      chosen.text(path.toUpperCase(Locale.ROOT), row -> Fields.text(row, path));
    }
    return chosen.render(rows.stream().map(JsonText::tree).toList(), true, width);
  }

  private void redraw(Supplier<List<String>> lines) {
    try (LiveView view = new LiveView(shell.out(), true)) {
      do {
        view.show(fit(answerOrOutage(lines)));
      } while (shell.screen().pause(PERIOD));
    }
  }

  /** A coordinator that is away for a while is waited for: a watcher wants to see it come back. */
  private static List<String> answerOrOutage(Supplier<List<String>> lines) {
    try {
      return lines.get();
    } catch (StintUnavailableException e) {
      return List.of(String.valueOf(e.getMessage()), "asking again ...");
    }
  }

  private List<String> fit(List<String> lines) {
    int room = shell.screen().height() - 1;
    if (room < 2 || lines.size() <= room) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, room - 1));
    shown.add("... and " + (lines.size() - shown.size()) + " more");
    return shown;
  }

  /** A line, or a document, for each row that is new or reads differently than before. */
  private <T> void append(Listing<T> listing) {
    Map<String, String> before = new HashMap<>();
    boolean titled = false;
    do {
      List<T> rows = listing.rows().get();
      List<String> lines = isForPeople() ? table(listing, rows) : List.of();
      if (!titled && !lines.isEmpty()) {
        shell.out().println(lines.getFirst());
        titled = true;
      }
      Map<String, String> now = new HashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        String name = listing.name().apply(rows.get(i));
        String text = isForPeople() ? lines.get(i + 1) : document(rows.get(i), name);
        now.put(name, text.replaceAll(" +", " "));
        if (!now.get(name).equals(before.get(name))) {
          shell.out().println(text);
        }
      }
      before = now;
      shell.out().flush();
    } while (shell.screen().pause(PERIOD));
  }

  private String document(Object row, String name) {
    return switch (format) {
      case JSON, JSONL, TABLE, WIDE -> JsonText.line(tree(row));
      case YAML -> "---\n" + String.join("\n", YamlText.lines(tree(row)));
      case NAME -> name;
    };
  }

  private JsonElement tree(Object view) {
    JsonElement tree = JsonText.tree(view);
    return fields.isEmpty() ? tree : Fields.select(tree, fields);
  }

  /** One thing; {@code lines} is how a person reads it. */
  void one(Object view, String name, List<String> lines) {
    Fields.require(view.getClass(), fields);
    switch (format) {
      case TABLE, WIDE -> person(view, lines).forEach(shell.out()::println);
      case JSON -> shell.out().println(JsonText.pretty(tree(view)));
      case JSONL -> shell.out().println(JsonText.line(tree(view)));
      case YAML -> YamlText.lines(tree(view)).forEach(shell.out()::println);
      case NAME -> shell.out().println(name);
    }
  }

  private List<String> person(Object view, List<String> lines) {
    if (fields.isEmpty()) {
      return lines;
    }
    JsonElement tree = JsonText.tree(view);
    return fields.stream().map(path -> path + " " + Fields.text(tree, path)).toList();
  }

  /**
   * One thing, until Ctrl-C or until it is over.
   *
   * @param ask asks for it anew
   * @param lines how a person reads it
   * @param over whether it changes no more
   */
  <T> void follow(
      Supplier<T> ask, Function<T, List<String>> lines, String name, Predicate<T> over) {
    try (LiveView view = new LiveView(shell.out(), shell.redraws() && isForPeople())) {
      String before = "";
      T now;
      do {
        now = ask.get();
        Fields.require(now.getClass(), fields);
        List<String> text =
            isForPeople() ? person(now, lines.apply(now)) : List.of(document(now, name));
        if (shell.redraws() && isForPeople()) {
          view.show(fit(text));
        } else if (!String.join("\n", text).equals(before)) {
          text.forEach(shell.out()::println);
          shell.out().flush();
        }
        before = String.join("\n", text);
      } while (!over.test(now) && shell.screen().pause(PERIOD));
      if (shell.redraws() && isForPeople()) {
        view.show(List.of());
        before.lines().forEach(view::add);
      }
    }
  }

  /**
   * How far something is. Where the answer is one document, that is what came last.
   *
   * @param last whether it is over
   */
  void step(Object view, String name, String line, boolean last) {
    boolean document = format == Format.JSON || format == Format.YAML;
    if (document && last) {
      one(view, name, List.of(line));
    } else if (!document) {
      next(view, name, line);
    }
  }

  /** One of a sequence whose end is not known. */
  void next(Object view, String name, String line) {
    Fields.require(view.getClass(), fields);
    if (isForPeople()) {
      shell.out().println(fields.isEmpty() ? line : String.join("  ", person(view, List.of())));
    } else {
      shell.out().println(document(view, name));
    }
    shell.out().flush();
  }
}
