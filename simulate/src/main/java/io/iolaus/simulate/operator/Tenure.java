package io.iolaus.simulate.operator;

import io.iolaus.simulate.world.Account;

/// An account of an operator while it is usable.
///
/// @param index place of the account among the operator's, by creation
/// @param from epoch milliseconds
/// @param until the moment of its suspension, or of the campaign's end
record Tenure(Account account, int index, long from, long until) {

  boolean usable(long at) {
    return at >= from && at < until;
  }
}
