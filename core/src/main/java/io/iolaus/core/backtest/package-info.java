/// Compares what two sets of detectors make of the same past: clusters, people's decisions, cost.
@NullMarked
package io.iolaus.core.backtest;

import org.jspecify.annotations.NullMarked;
