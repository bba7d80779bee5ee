package io.iolaus.simulate.baseline;

/// Exchanges whose time is known, in parallel arrays and in no order; lines that stand for several
/// exchanges say nothing of their times and are missing.
///
/// @param accounts who
/// @param seconds when, since 1970
/// @param places the neighbourhood of the address, as a thing of {@link Kind#NEIGHBOURHOOD}; -1
///   where there is none
/// @param systems the system prompt, as a thing of {@link Kind#SYSTEM}; -1 where there is none
/// @param models a number for each model; -1 where none is named
@SuppressWarnings("ArrayRecordComponent")
record ExchangeLog(int[] accounts, int[] seconds, int[] places, int[] systems, int[] models) {

  int size() {
    return accounts.length;
  }
}
