package dev.stint.image;

/** A codec of a JDK class that can also care for the JDK's part of a program's subclass. */
interface Extensible {
  ShellCodec<Object> forSubclass(Class<?> type);
}
