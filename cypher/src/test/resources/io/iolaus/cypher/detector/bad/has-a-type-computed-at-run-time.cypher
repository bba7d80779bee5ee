// refused: computed at run time
MATCH (i:PaymentInstrument)<-[:$('PAID' + '_WITH')]-(a:Account)
RETURN i.id AS key, 'PaymentInstrument' AS type, 'payment' AS facet, collect(a) AS members
