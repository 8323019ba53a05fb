package dev.stint.abi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes the frames of one method: where its suspension points are, and which source variable
 * each frame field holds there.
 *
 * @param className binary name of the class that declares the method
 * @param methodName the method's name in the source
 * @param descriptor the method's descriptor in the source
 * @param sourceFile the source file's name, or an empty string
 * @param layoutHash hash of name, descriptor, body and frame fields: an image fits only its own
 * @param lines source line of each suspension point; index 0 belongs to pc 1, and -1 is unknown
 * @param variables the source variables that frames of this method hold, parameters first
 */
public record FrameShape(
    String className,
    String methodName,
    String descriptor,
    String sourceFile,
    long layoutHash,
    int[] lines,
    List<Variable> variables) {

  /** Part of the name of every class that stands for a lambda or method reference. */
  public static final String LAMBDA_MARK = "$$Lambda$";

  /**
   * A source variable as frames hold it.
   *
   * @param field the public field of the frame class
   * @param name the variable's name in the source
   * @param firstPc the first suspension point at which the field holds this variable
   * @param lastPc the last such point of an unbroken run
   */
  public record Variable(String field, String name, int firstPc, int lastPc) {}

  /**
   * What a generated frame class calls once, with its tables written as text.
   *
   * @param lines decimal line numbers separated by blanks
   * @param variables {@code field name firstPc lastPc} for each variable, separated by blanks
   */
  public static FrameShape of(
      String className,
      String methodName,
      String descriptor,
      String sourceFile,
      long layoutHash,
      String lines,
      String variables) {
    return new FrameShape(
        className,
        methodName,
        descriptor,
        sourceFile,
        layoutHash,
        parseLines(lines),
        parseVariables(variables));
  }

  /** How this method shows in a stack trace when it stands at suspension point {@code pc}. */
  public StackTraceElement at(int pc) {
    int line = pc >= 1 && pc <= lines.length ? lines[pc - 1] : -1;
    return new StackTraceElement(
        className, methodName, sourceFile.isEmpty() ? null : sourceFile, line);
  }

  /** The variables a frame at {@code pc} holds: source name to frame field, in slot order. */
  public Map<String, String> variablesAt(int pc) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Variable v : variables) {
      if (v.firstPc <= pc && pc <= v.lastPc) {
        found.put(v.name, v.field);
      }
    }
    return found;
  }

  /** Whether the method is machinery of ours (a lambda's class) that stack traces leave out. */
  public boolean isMachinery() {
    return className.contains(LAMBDA_MARK);
  }

  private static int[] parseLines(String text) {
    return text.isEmpty()
        ? new int[0]
        : java.util.Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static List<Variable> parseVariables(String text) {
    List<Variable> all = new ArrayList<>();
    if (!text.isEmpty()) {
      String[] words = text.split(" ");
      for (int i = 0; i + 3 < words.length; i += 4) {
        all.add(
            new Variable(
                words[i],
                words[i + 1],
                Integer.parseInt(words[i + 2]),
                Integer.parseInt(words[i + 3])));
      }
    }
    return List.copyOf(all);
  }
}
