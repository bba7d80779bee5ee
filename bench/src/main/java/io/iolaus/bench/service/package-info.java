/// How fast the service answers those who ask it over HTTP, one by one and fifty at a time.
@NullMarked
package io.iolaus.bench.service;

import org.jspecify.annotations.NullMarked;
