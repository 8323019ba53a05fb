package dev.stint.examples.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stint.examples.census.Report.ModuleRow;
import dev.stint.examples.census.Report.NameCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusTest {
  /** Eleven lines; one method with a body; three published declarations, two of them documented. */
  private static final String SHAPE =
      """
      package geo;

      /** A shape. */
      public interface Shape {
        /** Its area. */
        double area();

        default boolean larger(Shape other) {
          return other != null && area() > other.area();
        }
      }
      """;

  /** Thirty lines; three methods; two published declarations, none of them documented. */
  private static final String SQUARE =
      """
      package geo.flat;

      import geo.Shape;
      import java.util.List;

      public final class Square implements Shape {
        private final double side;

        public Square(double side) {
          this.side = side;
        }

        @Override
        public double area() { return side * side; }

        static int search(List<Shape> shapes, int kind) {
          int found = 0;
          for (Shape shape : shapes) {
            if (shape instanceof Square square) {
              while (found < kind) { found++; }
            } else if (kind > 0) {
              found += kind == 3 ? 1 : 2;
            } else {
              found--;
            }
          }
          switch (kind) { case 1, 2: return found; case 4: break; default: found = 0; }
          return found;
        }
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    write("geometry/module-info.java", "module geometry {}\n");
    write("geometry/geo/Shape.java", SHAPE);
    write("geometry/geo/flat/Square.java", SQUARE);
    write("loose/Broken.java", "class Broken { int x = ; }\n");
    write("loose/readme.txt", "not Java");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void figuresOfAMethodAreThoseCountedByHand() {
    FileFigures square = FileAnalysis.analyse("Square.java", SQUARE);
    // One, a for, two ifs, a while, a conditional and three case labels.
    assertThat(square.methods())
        .containsExactly(
            new MethodFigures("Square.<init>", "Square.java", 9, 3, 1, 0),
            new MethodFigures("Square.area", "Square.java", 13, 2, 1, 0),
            new MethodFigures("Square.search", "Square.java", 16, 14, 9, 3));
    assertThat(square.lines()).isEqualTo(30);
    assertThat(square.types())
        .containsOnly(
            java.util.Map.entry("Shape", 3),
            java.util.Map.entry("List", 1),
            java.util.Map.entry("Square", 1),
            java.util.Map.entry("Override", 1));
    assertThat(square.identifiers())
        .containsEntry("found", 7)
        .containsEntry("kind", 4)
        .containsEntry("side", 4)
        .containsEntry("shapes", 1)
        .doesNotContainKeys("this", "geo", "java");
  }

  @Test
  void documentationIsCountedForPublishedDeclarationsThatDoNotOverride() {
    FileFigures shape = FileAnalysis.analyse("Shape.java", SHAPE);
    assertThat(shape.published()).isEqualTo(3);
    assertThat(shape.documented()).isEqualTo(2);
    assertThat(shape.methods()).extracting(MethodFigures::complexity).containsExactly(2);
    FileFigures square = FileAnalysis.analyse("Square.java", SQUARE);
    assertThat(square.published()).isEqualTo(2);
    assertThat(square.documented()).isZero();
  }

  @Test
  void aFileThatIsNotJavaIsCountedAndLeftOut() {
    assertThat(FileAnalysis.analyse("Broken.java", "class Broken { int x = ; }").parsed())
        .isFalse();
  }

  @Test
  void packagesAreFoldersBelowTheirModule() throws IOException {
    assertThat(SourceArchive.packages(folder))
        .extracting(SourcePackage::module, SourcePackage::name, p -> p.files().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("geometry", "", 1),
            org.assertj.core.groups.Tuple.tuple("geometry", "geo", 1),
            org.assertj.core.groups.Tuple.tuple("geometry", "geo.flat", 1),
            org.assertj.core.groups.Tuple.tuple("", "loose", 1));
  }

  @Test
  void theReportAddsUpAllPackages() throws IOException {
    Report report = Census.plain(folder, "");
    PackageCensus total = report.total();
    assertThat(report.packages()).isEqualTo(4);
    assertThat(total.files()).isEqualTo(4);
    assertThat(total.unparsed()).isEqualTo(1);
    assertThat(total.lines()).isEqualTo(1 + 11 + 30);
    assertThat(total.methods()).isEqualTo(4);
    assertThat(total.methodLines()).isEqualTo(3 + 3 + 2 + 14);
    assertThat(total.lengths()).containsExactly(3L, 0L, 0L, 1L, 0L, 0L, 0L, 0L);
    assertThat(total.longest().get(0).name()).isEqualTo("Square.search");
    assertThat(report.modules())
        .containsExactly(
            new ModuleRow("geometry", 3, 42, 4, 22, 5, 2),
            new ModuleRow("(no module)", 1, 0, 0, 0, 0, 0));
    assertThat(report.types().get(0)).isEqualTo(new NameCount("Shape", 4));
  }

  @Test
  void reportsAreEqualWhateverTheOrderAndWhateverTheInputIsPackedIn() throws IOException {
    Path zip = folder.resolve("sources.zip");
    List<PackageCensus> parts = new ArrayList<>();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (SourcePackage source : SourceArchive.packages(folder)) {
        parts.add(PackageAnalysis.analyse(folder, source));
        for (String file : source.files()) {
          out.putNextEntry(new ZipEntry(file));
          Files.copy(folder.resolve(file), out);
        }
      }
    }
    Collections.reverse(parts);
    Report report = Census.plain(zip, "");
    assertThat(Report.of(parts)).isEqualTo(report);
    assertThat(Report.of(parts).digest()).isEqualTo(report.digest()).hasSize(64);
    assertThat(Census.plain(zip, "geometry/geo").digest()).isNotEqualTo(report.digest());
  }

  @Test
  void theReportIsShownAsTextAndAsOnePage() throws IOException {
    Report report = Census.plain(folder, "");
    assertThat(ReportText.of(report, false))
        .contains("4 methods, 5.5 lines each")
        .contains("40.0% of 5 public declarations documented")
        .contains("14 lines Square.search  Square.java:16")
        .contains("digest " + report.digest())
        .doesNotContain("\033");
    assertThat(ReportHtml.of(report))
        .contains("<svg", "prefers-color-scheme: dark", "Square.&lt;init&gt;", report.digest())
        .doesNotContain("<script", "http");
  }

  @Test
  void anInputThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> CensusArguments.parse(new String[] {"--input", "no-such.zip"}))
        .hasMessageContaining("no-such.zip")
        .hasMessageContaining("--input");
    assertThatThrownBy(() -> CensusArguments.parse(new String[] {"--inputs", "x"}))
        .hasMessageContaining("--inputs");
    assertThatThrownBy(() -> Census.plain(folder, "elsewhere/"))
        .hasMessageContaining("no .java files");
  }
}
