package dev.stint.runtime;

import dev.stint.image.ImageFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a frozen cell: what must be known before the graph can be decoded, then the graph.
 *
 * @param initialized the classes whose static initialisers have run, for the root cell
 * @param graph the image of a {@link SavedCell}
 */
record CellImage(CellId cell, CellId parent, List<String> initialized, byte[] graph) {
  private static final int MAGIC = 0x5354434c;
  private static final int VERSION = 1;

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(graph.length + 64);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeByte(VERSION);
      out.writeLong(cell.number());
      out.writeLong(parent.number());
      out.writeInt(initialized.size());
      for (String name : initialized) {
        out.writeUTF(name);
      }
      out.writeInt(graph.length);
      out.write(graph);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws ImageFormatException if these are no such bytes
   */
  static CellImage of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC || in.readByte() != VERSION) {
        throw new ImageFormatException("these bytes are no image of a cell in this version");
      }
      CellId cell = new CellId(in.readLong());
      CellId parent = new CellId(in.readLong());
      int count = bounded(in.readInt(), bytes.length);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        names.add(in.readUTF());
      }
      byte[] graph = new byte[bounded(in.readInt(), bytes.length)];
      in.readFully(graph);
      return new CellImage(cell, parent, names, graph);
    } catch (IOException | IllegalArgumentException e) {
      throw new ImageFormatException("the image of a cell is cut off or damaged", e);
    }
  }

  private static int bounded(int value, int most) throws IOException {
    if (value < 0 || value > most) {
      throw new IOException("a length of " + value);
    }
    return value;
  }
}
