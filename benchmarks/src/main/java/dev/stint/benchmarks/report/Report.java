package dev.stint.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a run showed, in Markdown. */
final class Report {
  private static final String STRAIGHT = "StraightCode";
  private static final double MEAN_BAR = 1.10;
  private static final double WORST_BAR = 1.25;

  private final List<Row> rows;
  private final StringBuilder text = new StringBuilder();

  private Report(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * The report.
   *
   * @param about what was run where, a line each
   */
  static String of(List<Row> rows, List<String> about) {
    Report report = new Report(rows);
    report.line("# Benchmarks");
    report.line("");
    about.forEach(one -> report.line("* " + one));
    report.switching();
    report.straightCode();
    return report.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void cells(List<String> cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void heading(List<String> names) {
    cells(names);
    cells(names.stream().map(name -> "---").toList());
  }

  // ---- against peers

  private void switching() {
    List<Row> all = rows.stream().filter(row -> !row.benchmark().equals(STRAIGHT)).toList();
    if (all.isEmpty()) {
      return;
    }
    line("");
    line("## Switching");
    line("");
    line("The ratio is our time to the best peer's: below 1 we are ahead.");
    line("");
    List<String> peers =
        all.stream().flatMap(row -> row.peers().keySet().stream()).distinct().sorted().toList();
    List<String> names = new ArrayList<>(List.of("what", Row.OURS));
    names.addAll(peers);
    names.addAll(List.of("ratio", "bar", "met"));
    heading(names);
    all.forEach(row -> cells(cellsOf(row, peers)));
  }

  private static List<String> cellsOf(Row row, List<String> peers) {
    Bar bar = Bar.ALL.get(row.benchmark());
    List<String> cells = new ArrayList<>();
    cells.add((bar == null ? row.benchmark() : bar.title()) + " " + row.parameter());
    cells.add(timeOf(row, Row.OURS));
    peers.forEach(peer -> cells.add(timeOf(row, peer)));
    double best = row.peers().values().stream().mapToDouble(d -> d).min().orElse(Double.NaN);
    cells.add(ratio(row.ours() / best));
    cells.add(bar == null ? "" : bar.text());
    cells.add(bar == null ? "" : metOf(bar, row));
    return cells;
  }

  private static String metOf(Bar bar, Row row) {
    Boolean met = Double.isNaN(row.ours()) ? null : bar.isMet(row.ours(), row.peers());
    return met == null ? "not measured" : met(met);
  }

  private static String met(boolean isMet) {
    return isMet ? "met" : "**missed**";
  }

  private static String timeOf(Row row, String who) {
    double nanos = row.of(who);
    return Double.isNaN(nanos) ? "" : Times.text(nanos);
  }

  private static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
  }

  // ---- against plain code

  private void straightCode() {
    List<Row> all = rows.stream().filter(row -> row.benchmark().equals(STRAIGHT)).toList();
    if (all.isEmpty()) {
      return;
    }
    line("");
    line("## Code that never waits");
    line("");
    line(
        "Transformed to plain: never unwound, unwound once, and at the end of each slice of 10 ms.");
    line("");
    heading(List.of("program", "plain", "never frozen", "frozen once", "in slices"));
    for (Row row : all) {
      cells(
          List.of(
              row.parameter(),
              timeOf(row, "plain"),
              ratio(tax(row, Row.OURS)),
              ratio(tax(row, "stintFrozenOnce")),
              ratio(tax(row, "stintInSlices"))));
    }
    Map<String, ToDoubleFunction<Row>> ways = new LinkedHashMap<>();
    ways.put("never frozen", row -> tax(row, Row.OURS));
    ways.put("frozen once", row -> tax(row, "stintFrozenOnce"));
    ways.put("in slices", row -> tax(row, "stintInSlices"));
    line("");
    heading(List.of("in all", "mean", "bar", "met", "worst", "bar", "met"));
    ways.forEach((name, tax) -> cells(summary(name, all, tax)));
  }

  private static double tax(Row row, String who) {
    return row.of(who) / row.of("plain");
  }

  private static List<String> summary(String name, List<Row> all, ToDoubleFunction<Row> tax) {
    List<Double> taxes =
        all.stream()
            .map(tax::applyAsDouble)
            .filter(one -> !one.isNaN())
            .collect(Collectors.toList());
    double mean = Math.exp(taxes.stream().mapToDouble(Math::log).average().orElse(Double.NaN));
    double worst = taxes.stream().mapToDouble(d -> d).max().orElse(Double.NaN);
    return List.of(
        name,
        ratio(mean),
        "<= " + ratio(MEAN_BAR),
        met(mean <= MEAN_BAR),
        ratio(worst),
        "<= " + ratio(WORST_BAR),
        met(worst <= WORST_BAR));
  }
}
