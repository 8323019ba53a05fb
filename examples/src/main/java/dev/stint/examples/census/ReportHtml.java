package dev.stint.examples.census;

import dev.stint.examples.census.Report.ModuleRow;
import dev.stint.examples.census.Report.NameCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays a report out as one HTML page that needs nothing else, light or dark as the reader has it.
 */
final class ReportHtml {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Census of Java sources</title>
      <style>
      :root { --page: #fbfaf8; --card: #fff; --ink: #23211e; --dim: #6d6861; --line: #e4e0d9; --bar: #2f6f8f; }
      @media (prefers-color-scheme: dark) {
        :root { --page: #191a1c; --card: #222427; --ink: #e8e6e1; --dim: #9d9992; --line: #37393d; --bar: #6fb3d2; }
      }
      body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
      main { max-width: 1400px; margin: 0 auto; padding: 2rem 1rem; }
      h1 { font-weight: 600; margin: 0 0 1rem; }
      h2 { font-size: 1rem; font-weight: 600; margin: 0 0 .6rem; }
      .figures, .plots { display: grid; gap: 1rem; margin-bottom: 1rem; }
      .figures { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
      .plots { grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); }
      section, .figures div { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem; overflow-x: auto; }
      .figures b { display: block; font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
      .figures span, .place, footer { color: var(--dim); }
      svg { width: 100%; height: auto; display: block; }
      rect { fill: var(--bar); }
      text { fill: var(--ink); font: 12px system-ui, sans-serif; }
      table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
      th, td { text-align: right; padding: .2rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th:first-child, td:first-child { text-align: left; padding-left: 0; }
      th { color: var(--dim); font-weight: 500; }
      footer { font: 12px ui-monospace, monospace; overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <main>
      <h1>Census of Java sources</h1>
      """;

  private final Report report;
  private final StringBuilder out = new StringBuilder(HEAD);

  private ReportHtml(Report report) {
    this.report = report;
  }

  /** The whole page. */
  static String of(Report report) {
    return new ReportHtml(report).lay();
  }

  private String lay() {
    PackageCensus all = report.total();
    figures(all);
    out.append("<div class=\"plots\">\n");
    histogram(Scale.LENGTH, all.lengths());
    histogram(Scale.COMPLEXITY, all.complexities());
    histogram(Scale.NESTING, all.nestings());
    moduleBars();
    names("Most used names", report.identifiers());
    names("Most named types", report.types());
    methods("Longest methods", "lines", TopMethods.By.LINES, all.longest());
    methods("Most branched methods", "paths", TopMethods.By.COMPLEXITY, all.mostComplex());
    methods("Most deeply nested methods", "depth", TopMethods.By.NESTING, all.deepest());
    out.append("</div>\n");
    modules();
    out.append("<footer>digest ").append(report.digest()).append("</footer>\n");
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private void figures(PackageCensus all) {
    out.append("<div class=\"figures\">\n");
    figure(Svg.number(report.modules().size()), "modules");
    figure(Svg.number(report.packages()), "packages");
    figure(Svg.number(all.files()), "files");
    figure(Svg.number(all.lines()), "lines");
    figure(Svg.number(all.methods()), "methods");
    figure(ReportText.percent(all.documented(), all.published()) + " %", "documented");
    out.append("</div>\n");
  }

  private void figure(String value, String what) {
    out.append("<div><b>")
        .append(value)
        .append("</b><span>")
        .append(what)
        .append("</span></div>\n");
  }

  private void section(String title, String content) {
    out.append("<section><h2>").append(Svg.escaped(title)).append("</h2>\n");
    out.append(content).append("</section>\n");
  }

  private void histogram(Scale scale, List<Long> counts) {
    section(scale.title(), Svg.columns(scale.title(), scale.labels(), counts));
  }

  private void moduleBars() {
    List<String> labels = new ArrayList<>();
    List<Long> values = new ArrayList<>();
    for (ModuleRow row : report.modules().subList(0, Math.min(12, report.modules().size()))) {
      labels.add(row.name());
      values.add(row.lines());
    }
    section("Lines by module", Svg.bars("Lines by module", labels, values));
  }

  private void names(String title, List<NameCount> names) {
    List<String> labels = new ArrayList<>();
    List<Long> values = new ArrayList<>();
    for (NameCount name : names) {
      labels.add(name.name());
      values.add(name.count());
    }
    section(title, Svg.bars(title, labels, values));
  }

  private void methods(String title, String unit, TopMethods.By by, List<MethodFigures> methods) {
    StringBuilder table = new StringBuilder("<table><tr><th>method</th><th>");
    table.append(unit).append("</th></tr>\n");
    for (MethodFigures method : methods) {
      String file = method.file().substring(method.file().lastIndexOf('/') + 1);
      table.append("<tr><td>").append(Svg.escaped(method.name())).append(" <span class=\"place\">");
      table.append(Svg.escaped(file)).append(':').append(method.line()).append("</span></td><td>");
      table.append(Svg.number(by.of(method))).append("</td></tr>\n");
    }
    section(title, table.append("</table>\n").toString());
  }

  private void modules() {
    StringBuilder table = new StringBuilder("<table><tr><th>module</th>");
    for (String head : List.of("files", "lines", "methods", "lines a method", "documented")) {
      table.append("<th>").append(head).append("</th>");
    }
    table.append("</tr>\n");
    for (ModuleRow row : report.modules()) {
      double lines = row.methods() == 0 ? 0 : (double) row.methodLines() / row.methods();
      table.append("<tr><td>").append(Svg.escaped(row.name())).append("</td>");
      cell(table, Svg.number(row.files()));
      cell(table, Svg.number(row.lines()));
      cell(table, Svg.number(row.methods()));
      cell(table, String.format(Locale.ROOT, "%.1f", lines));
      cell(table, ReportText.percent(row.documented(), row.published()) + " %");
      table.append("</tr>\n");
    }
    section("Modules", table.append("</table>\n").toString());
  }

  private static void cell(StringBuilder table, String text) {
    table.append("<td>").append(text).append("</td>");
  }
}
