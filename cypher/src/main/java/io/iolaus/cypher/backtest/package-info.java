/// Tests a detector on the past, and publishes it when that speaks for it and a second person does.
@NullMarked
package io.iolaus.cypher.backtest;

import org.jspecify.annotations.NullMarked;
