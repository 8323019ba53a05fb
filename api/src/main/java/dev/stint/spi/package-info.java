/** What a runtime implements so that the statics of {@code dev.stint} work inside its tasklets. */
@org.jspecify.annotations.NullMarked
package dev.stint.spi;
