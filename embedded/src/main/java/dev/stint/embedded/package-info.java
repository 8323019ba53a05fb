/** A whole cluster inside one JVM, for tests and first tries. */
@org.jspecify.annotations.NullMarked
package dev.stint.embedded;
