match (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
with i, collect(a) as members where size(members) >= 2
return i.id as key, 'PaymentInstrument' as type, 'payment' as facet, members
