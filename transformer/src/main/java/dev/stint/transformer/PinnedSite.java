package dev.stint.transformer;

/**
 * A place where suspendable code runs pinned.
 *
 * @param className binary name of the class
 * @param methodName the method's name
 * @param descriptor the method's descriptor
 * @param line the source line, or -1 if the whole method is meant or the line is unknown
 * @param reason why
 * @param detail what is called there, or the cause of a failure; may be empty
 */
public record PinnedSite(
    String className,
    String methodName,
    String descriptor,
    int line,
    PinReason reason,
    String detail) {}
