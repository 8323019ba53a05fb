/** Programs that move themselves to another node; {@code MovedProgramTest} runs them. */
package dev.stint.moved;
