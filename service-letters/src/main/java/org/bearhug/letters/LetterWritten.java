package org.bearhug.letters;

/** To be fired in the transaction that writes a letter: wakes the sender once it is committed. */
public record LetterWritten() {}
