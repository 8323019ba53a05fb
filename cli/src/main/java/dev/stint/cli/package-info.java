/** The stint command. */
@org.jspecify.annotations.NullMarked
package dev.stint.cli;
