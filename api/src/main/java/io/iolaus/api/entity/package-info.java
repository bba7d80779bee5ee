/// Entities and their neighbours over HTTP.
@NullMarked
package io.iolaus.api.entity;

import org.jspecify.annotations.NullMarked;
