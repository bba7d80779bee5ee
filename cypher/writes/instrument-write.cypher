// In: $rows of {id, properties}. The instruments are locked.
UNWIND $rows AS row
MATCH (i:PaymentInstrument {id: row.id})
SET i += row.properties
