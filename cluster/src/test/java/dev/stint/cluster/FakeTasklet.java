package dev.stint.cluster;

/**
 * A tasklet that counts: every step is one output, so that a step that is lost, doubled or torn
 * shows. Its image is its count, as text.
 */
final class FakeTasklet {
  final CellId cell;
  final int length;
  int step;
  boolean running;

  FakeTasklet(CellId cell, int step, int length) {
    this.cell = cell;
    this.step = step;
    this.length = length;
  }

  boolean isFinished() {
    return step == length;
  }

  Bytes image() {
    return Bytes.utf8("<" + step + "/" + length + ">");
  }

  static FakeTasklet thaw(CellId cell, Bytes image) {
    String text = image.toUtf8();
    if (!text.startsWith("<") || !text.endsWith(">")) {
      throw new SimulationOracle.Violation("a torn image of " + cell + " was thawed: " + text);
    }
    String[] parts = text.substring(1, text.length() - 1).split("/");
    return new FakeTasklet(cell, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  static int stepOf(Bytes image) {
    return thaw(new CellId(1), image).step;
  }
}
