package dev.stint.transformer;

import dev.stint.abi.Abi;
import dev.stint.transformer.analysis.CallResolver;
import dev.stint.transformer.analysis.ClassHeader;
import dev.stint.transformer.analysis.CompanionKey;
import dev.stint.transformer.analysis.FormTable;
import dev.stint.transformer.analysis.Hierarchy;
import dev.stint.transformer.analysis.MethodRef;
import dev.stint.transformer.analysis.Signature;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a transformed program in a file, so that an artifact is transformed once per release. A
 * file of another version of the transformer or of the binary interface is refused.
 */
public final class TransformedProgramCodec {
  /** Grows with every change of what the transformer writes for the same input. */
  public static final int TRANSFORMER_VERSION = 2;

  private static final int MAGIC = 0x5354_494e;

  /** A bound for counts and lengths read from a file, so that a damaged one cannot ask for more. */
  private static final int MAX_COUNT = 100_000_000;

  private TransformedProgramCodec() {}

  /** Writes the analysis. Does not close the stream. */
  public static void write(TransformedProgram program, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(TRANSFORMER_VERSION);
    out.writeInt(Abi.VERSION);
    out.writeInt(program.staticFinals().size());
    for (Map.Entry<String, Set<String>> entry : program.staticFinals().entrySet()) {
      out.writeUTF(entry.getKey());
      writeStrings(entry.getValue(), out);
    }
    writeHeaders(program.analysis().hierarchy(), out);
    writeForms(program.analysis().forms(), out);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param intrinsics the table the program was transformed with; it is not in the file
   * @param source has the same class files as when the program was transformed
   * @throws IOException if the file is damaged, or of another version of the transformer
   */
  public static TransformedProgram read(
      DataInputStream in, IntrinsicTable intrinsics, ProgramSource source) throws IOException {
    boolean ours =
        in.readInt() == MAGIC && in.readInt() == TRANSFORMER_VERSION && in.readInt() == Abi.VERSION;
    if (!ours) {
      throw new IOException(
          "the cached program was written by another version of Stint; delete it to transform anew");
    }
    NavigableMap<String, Set<String>> staticFinals = new TreeMap<>();
    for (int left = readCount(in); left > 0; left--) {
      staticFinals.put(in.readUTF(), new TreeSet<>(readStrings(in)));
    }
    Hierarchy hierarchy = new Hierarchy(source, readHeaders(in));
    FormTable forms = readForms(in);
    Emission emission =
        Emission.of(
            ClassPreparation.onDemand(source, hierarchy),
            forms,
            new CallResolver(hierarchy, intrinsics),
            intrinsics,
            TransformOptions.STANDARD,
            true);
    return new TransformedProgram(
        emission, staticFinals, new FrozenAnalysis(hierarchy, forms, intrinsics));
  }

  private static void writeHeaders(Hierarchy hierarchy, DataOutputStream out) throws IOException {
    List<ClassHeader> headers =
        hierarchy.programClasses().stream()
            .sorted(Comparator.comparing(ClassHeader::name))
            .toList();
    out.writeInt(headers.size());
    for (ClassHeader header : headers) {
      out.writeUTF(header.name());
      out.writeInt(header.flags());
      writeNullable(header.superName(), out);
      writeStrings(header.interfaces(), out);
      out.writeInt(header.methods().size());
      for (Map.Entry<Signature, Integer> method : header.methods().entrySet()) {
        writeSignature(method.getKey(), out);
        out.writeInt(method.getValue());
      }
      out.writeInt(header.statics().size());
      for (Map.Entry<String, Boolean> field : header.statics().entrySet()) {
        out.writeUTF(field.getKey());
        out.writeBoolean(field.getValue());
      }
    }
  }

  private static List<ClassHeader> readHeaders(DataInputStream in) throws IOException {
    List<ClassHeader> headers = new ArrayList<>();
    for (int left = readCount(in); left > 0; left--) {
      String name = in.readUTF();
      int flags = in.readInt();
      String superName = readNullable(in);
      List<String> interfaces = readStrings(in);
      Map<Signature, Integer> methods = new LinkedHashMap<>();
      for (int m = readCount(in); m > 0; m--) {
        methods.put(readSignature(in), in.readInt());
      }
      Map<String, Boolean> statics = new LinkedHashMap<>();
      for (int f = readCount(in); f > 0; f--) {
        statics.put(in.readUTF(), in.readBoolean());
      }
      headers.add(new ClassHeader(name, flags, superName, interfaces, methods, statics, true));
    }
    return headers;
  }

  private static void writeForms(FormTable table, DataOutputStream out) throws IOException {
    List<MethodRef> methods =
        table.forms().keySet().stream()
            .sorted(Comparator.comparing(MethodRef::owner).thenComparing(MethodRef::signature))
            .toList();
    out.writeInt(methods.size());
    for (MethodRef method : methods) {
      out.writeUTF(method.owner());
      writeSignature(method.signature(), out);
      out.writeBoolean(table.suspends(method));
    }
    out.writeInt(table.companions().size());
    for (var entry : table.companions().entrySet()) {
      out.writeUTF(entry.getKey().type());
      writeSignature(entry.getKey().signature(), out);
      writeStrings(entry.getValue(), out);
    }
  }

  private static FormTable readForms(DataInputStream in) throws IOException {
    FormTable table = new FormTable();
    for (int left = readCount(in); left > 0; left--) {
      table.addForm(new MethodRef(in.readUTF(), readSignature(in)), in.readBoolean());
    }
    for (int left = readCount(in); left > 0; left--) {
      CompanionKey key = new CompanionKey(in.readUTF(), readSignature(in));
      readStrings(in).forEach(implementor -> table.addCompanion(key, implementor));
    }
    return table;
  }

  private static void writeSignature(Signature signature, DataOutputStream out) throws IOException {
    out.writeUTF(signature.name());
    out.writeUTF(signature.descriptor());
  }

  private static Signature readSignature(DataInputStream in) throws IOException {
    return new Signature(in.readUTF(), in.readUTF());
  }

  private static void writeNullable(@Nullable String text, DataOutputStream out)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readNullable(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  private static void writeStrings(Iterable<String> texts, DataOutputStream out)
      throws IOException {
    List<String> all = new ArrayList<>();
    texts.forEach(all::add);
    out.writeInt(all.size());
    for (String text : all) {
      out.writeUTF(text);
    }
  }

  private static List<String> readStrings(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    for (int left = readCount(in); left > 0; left--) {
      texts.add(in.readUTF());
    }
    return texts;
  }

  private static int readCount(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MAX_COUNT) {
      throw new IOException("the cached program is damaged; delete it to transform anew");
    }
    return count;
  }
}
