package io.iolaus.api.search;

import io.iolaus.cypher.entity.EntityType;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/// The fields of the index. Whoever changes what they hold raises {@link #VERSION}: an index of
/// another version is made anew.
///
/// Beginnings are terms of their own, up to {@link #KEY_BEGINNING} letters, so that a letter that
/// half of all names begin with costs no more than a rare one; and documents lie on disk in the
/// order in which hits are shown, so that a search ends with its last hit.
final class SearchFields {

  static final int VERSION = 1;

  /// Type and id.
  static final String UID = "uid";

  static final String TYPE = "type";
  static final String ID = "id";
  static final String LABEL = "label";
  static final String DETAIL = "detail";
  static final String STATE = "state";

  /// The whole of a name, folded; its beginnings.
  static final String KEY = "key";

  static final String KEY_BEGIN = "keyBegin";

  /// Words of names; their beginnings; those that may be misspelt.
  static final String WORD = "word";

  static final String WORD_BEGIN = "wordBegin";
  static final String SPELT = "spelt";

  static final String ADDRESS = "address";
  static final String RANGE = "range";
  static final String SHINGLE = "shingle";

  /// Milliseconds since 1970.
  static final String FIRST = "first";

  static final String LAST = "last";

  /// What stands first among equals, and what tells one content from another.
  static final String RANK = "rank";

  static final String DIGEST = "digest";

  static final int KEY_BEGINNING = 20;
  static final int WORD_BEGINNING = 10;

  static final Sort ORDER =
      new Sort(
          new SortField(RANK, SortField.Type.LONG, true),
          new SortField(UID, SortField.Type.STRING));

  private SearchFields() {}

  static Term uid(EntityType type, String id) {
    return new Term(UID, type.text() + '\n' + id);
  }
}
