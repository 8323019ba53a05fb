package dev.stint.abi;

/**
 * Describes the frames of one method.
 *
 * @param className binary name of the class that declares the method
 * @param methodName the method's name in the source
 * @param descriptor the method's descriptor in the source
 * @param sourceFile the source file's name, or an empty string
 * @param layoutHash hash of name, descriptor, body and frame fields: an image fits only its own
 * @param lines source line of each suspension point; index 0 belongs to pc 1, and -1 is unknown
 */
public record FrameShape(
    String className,
    String methodName,
    String descriptor,
    String sourceFile,
    long layoutHash,
    int[] lines) {

  /** How this method shows in a stack trace when it stands at suspension point {@code pc}. */
  public StackTraceElement at(int pc) {
    int line = pc >= 1 && pc <= lines.length ? lines[pc - 1] : -1;
    return new StackTraceElement(
        className, methodName, sourceFile.isEmpty() ? null : sourceFile, line);
  }
}
