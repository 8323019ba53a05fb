/**
 * A census of Java sources: how long, branched and deep the methods are, which names are used most,
 * and how much is documented. The analysis is plain Java and knows nothing of tasklets; {@link
 * dev.stint.examples.census.CensusPlain} runs it in one JVM, {@link
 * dev.stint.examples.census.CensusJob} with one tasklet for each package, and the reports are
 * equal.
 */
@org.jspecify.annotations.NullMarked
package dev.stint.examples.census;
