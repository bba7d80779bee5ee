// refused: FINISH is not for detectors
MATCH (i:PaymentInstrument)<-[:PAID_WITH]-(a:Account)
FINISH
