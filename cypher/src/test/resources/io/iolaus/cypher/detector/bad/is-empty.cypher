// refused: there is no statement
// nothing but a comment
