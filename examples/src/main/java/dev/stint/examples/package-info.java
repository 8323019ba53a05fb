/** Sample jobs: ordinary Java programs that run on a cluster. */
@org.jspecify.annotations.NullMarked
package dev.stint.examples;
