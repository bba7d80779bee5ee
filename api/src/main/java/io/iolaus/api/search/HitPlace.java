package io.iolaus.api.search;

import io.iolaus.cypher.read.PageKey;

/// Where a hit stands: in which way the text was meant that found it, its rank, its type and id. A
/// page goes on after it, whatever came or went meanwhile.
record HitPlace(int way, long rank, String uid) {

  PageKey key() {
    return new PageKey(way + ":" + rank, uid);
  }

  static HitPlace of(PageKey key) {
    String value = (String) key.value();
    int colon = value.indexOf(':');
    return new HitPlace(
        Integer.parseInt(value.substring(0, colon)),
        Long.parseLong(value.substring(colon + 1)),
        key.id());
  }
}
