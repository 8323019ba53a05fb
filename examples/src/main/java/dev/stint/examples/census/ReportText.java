package dev.stint.examples.census;

import dev.stint.examples.census.Report.ModuleRow;
import dev.stint.examples.census.Report.NameCount;
import java.util.List;
import java.util.Locale;

/** Lays a report out for a terminal. */
final class ReportText {
  private static final int BAR = 36;
  private static final int MODULES = 12;
  private static final int METHODS = 10;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private final Report report;
  private final boolean colours;
  private final StringBuilder out = new StringBuilder();

  private ReportText(Report report, boolean colours) {
    this.report = report;
    this.colours = colours;
  }

  /**
   * The report as lines.
   *
   * @param colours whether to use the terminal's bold, dim and cyan
   */
  static String of(Report report, boolean colours) {
    return new ReportText(report, colours).lay();
  }

  private String lay() {
    PackageCensus all = report.total();
    title("Census");
    line("%,14d packages in %,d modules", report.packages(), report.modules().size());
    line("%,14d files%s", all.files(), all.unparsed() == 0 ? "" : unparsed(all.unparsed()));
    line("%,14d lines", all.lines());
    line("%,14d methods, %.1f lines each", all.methods(), average(all));
    line(
        "%13s%% of %,d public declarations documented",
        percent(all.documented(), all.published()), all.published());
    histogram(Scale.LENGTH, all.lengths());
    histogram(Scale.COMPLEXITY, all.complexities());
    histogram(Scale.NESTING, all.nestings());
    names("Most used names", report.identifiers());
    names("Most named types", report.types());
    methods("Longest methods", "lines", TopMethods.By.LINES, all.longest());
    methods("Most branched", "paths", TopMethods.By.COMPLEXITY, all.mostComplex());
    methods("Most deeply nested", "deep", TopMethods.By.NESTING, all.deepest());
    modules();
    out.append('\n').append("digest ").append(report.digest()).append('\n');
    return out.toString();
  }

  private static String unparsed(int n) {
    return String.format(Locale.ROOT, " (%,d not understood by this compiler)", n);
  }

  private static double average(PackageCensus c) {
    return c.methods() == 0 ? 0 : (double) c.methodLines() / c.methods();
  }

  static String percent(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
  }

  private void title(String text) {
    out.append('\n').append(colours ? "\033[1m" + text + "\033[0m" : text).append('\n');
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private void histogram(Scale scale, List<Long> counts) {
    title(scale.title());
    long most = 1;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    for (int i = 0; i < counts.size(); i++) {
      line("%14s %s %,d", scale.labels().get(i), bar(counts.get(i), most), counts.get(i));
    }
  }

  private String bar(long count, long most) {
    int eighths = (int) Math.round(8.0 * BAR * count / most);
    if (count > 0 && eighths == 0) {
      eighths = 1;
    }
    StringBuilder bar = new StringBuilder("█".repeat(eighths / 8));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt(eighths % 8));
    }
    bar.append(" ".repeat(Math.max(0, BAR - bar.length())));
    return colours ? "\033[36m" + bar + "\033[0m" : bar.toString();
  }

  private void names(String title, List<NameCount> names) {
    title(title);
    for (NameCount name : names) {
      line("%14s %s %,d", shortened(name.name(), 14), bar(name.count(), most(names)), name.count());
    }
  }

  private static long most(List<NameCount> names) {
    return Math.max(1, names.get(0).count());
  }

  private void methods(String title, String unit, TopMethods.By by, List<MethodFigures> methods) {
    title(title);
    for (MethodFigures method : methods.subList(0, Math.min(METHODS, methods.size()))) {
      String file = method.file().substring(method.file().lastIndexOf('/') + 1);
      String place = file + ":" + method.line();
      line("%,14d %-5s %s  %s", by.of(method), unit, method.name(), dim(place));
    }
  }

  private void modules() {
    title("Modules by size");
    line("%-24s %7s %11s %9s %9s %7s", "", "files", "lines", "methods", "lines/m", "doc %");
    List<ModuleRow> rows = report.modules();
    for (ModuleRow row : rows.subList(0, Math.min(MODULES, rows.size()))) {
      double lines = row.methods() == 0 ? 0 : (double) row.methodLines() / row.methods();
      line(
          "%-24s %,7d %,11d %,9d %9.1f %7s",
          shortened(row.name(), 24),
          row.files(),
          row.lines(),
          row.methods(),
          lines,
          percent(row.documented(), row.published()));
    }
    if (rows.size() > MODULES) {
      line("%s", dim("and " + (rows.size() - MODULES) + " more"));
    }
  }

  private String dim(String text) {
    return colours ? "\033[2m" + text + "\033[0m" : text;
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
