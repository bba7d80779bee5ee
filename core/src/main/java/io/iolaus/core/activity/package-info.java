/// How an account's activity lies in time: bounded, mergeable, by day.
@NullMarked
package io.iolaus.core.activity;

import org.jspecify.annotations.NullMarked;
