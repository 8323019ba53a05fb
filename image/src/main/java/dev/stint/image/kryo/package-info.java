/** The byte level of images: Kryo's buffers, with every length checked before it is believed. */
@org.jspecify.annotations.NullMarked
package dev.stint.image.kryo;
