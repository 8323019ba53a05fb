/** What the transformer's tests run programs with: a compiler, a class loader, a tiny scheduler. */
@org.jspecify.annotations.NullMarked
package dev.stint.transformer.harness;
