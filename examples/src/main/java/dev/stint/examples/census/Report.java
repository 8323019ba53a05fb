package dev.stint.examples.census;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The merged census. Equal inputs give equal reports, in whatever order the packages were counted.
 *
 * @param packages how many packages
 * @param total the figures of all packages; its name maps are empty
 * @param modules the figures of each module, most lines first, without lists and names
 * @param identifiers the most used names, most used first
 * @param types the most named types
 */
public record Report(
    int packages,
    PackageCensus total,
    List<ModuleRow> modules,
    List<NameCount> identifiers,
    List<NameCount> types)
    implements Serializable {

  /** A module's line in the table. */
  public record ModuleRow(
      String name,
      int files,
      long lines,
      long methods,
      long methodLines,
      long published,
      long documented)
      implements Serializable {}

  /** A name and how often it is used. */
  public record NameCount(String name, long count) implements Serializable {}

  /** Merges packages. */
  static Report of(List<PackageCensus> parts) {
    Tally all = new Tally();
    Map<String, Tally> modules = new TreeMap<>();
    for (PackageCensus part : parts) {
      all.add(part);
      modules.computeIfAbsent(part.module(), m -> new Tally()).add(part);
    }
    PackageCensus total = all.census("", "all");
    return new Report(
        parts.size(),
        withoutNames(total),
        rows(modules),
        top(total.identifiers()),
        top(total.types()));
  }

  private static PackageCensus withoutNames(PackageCensus c) {
    return new PackageCensus(
        c.module(),
        c.name(),
        c.files(),
        c.unparsed(),
        c.lines(),
        c.methods(),
        c.methodLines(),
        c.published(),
        c.documented(),
        c.lengths(),
        c.complexities(),
        c.nestings(),
        c.longest(),
        c.mostComplex(),
        c.deepest(),
        Map.of(),
        Map.of());
  }

  private static List<ModuleRow> rows(Map<String, Tally> modules) {
    List<ModuleRow> rows = new ArrayList<>();
    for (Map.Entry<String, Tally> module : modules.entrySet()) {
      PackageCensus c = module.getValue().census(module.getKey(), "");
      String name = module.getKey().isEmpty() ? "(no module)" : module.getKey();
      ModuleRow row =
          new ModuleRow(
              name,
              c.files(),
              c.lines(),
              c.methods(),
              c.methodLines(),
              c.published(),
              c.documented());
      int at = rows.size();
      while (at > 0 && rows.get(at - 1).lines() < row.lines()) {
        at--;
      }
      rows.add(at, row);
    }
    return rows;
  }

  /** The most frequent names; equally frequent ones in alphabetical order. */
  private static List<NameCount> top(Map<String, Long> counts) {
    List<NameCount> top = new ArrayList<>();
    for (Map.Entry<String, Long> e : counts.entrySet()) {
      int at = top.size();
      while (at > 0 && top.get(at - 1).count() < e.getValue()) {
        at--;
      }
      if (at < Tally.TOP) {
        top.add(at, new NameCount(e.getKey(), e.getValue()));
        if (top.size() > Tally.TOP) {
          top.remove(Tally.TOP);
        }
      }
    }
    return top;
  }

  /** SHA-256 over all figures, in hexadecimal: equal exactly for equal reports. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
