/** A whole cluster in this JVM, for unit tests and for trying things. */
@org.jspecify.annotations.NullMarked
package dev.stint.embedded;
