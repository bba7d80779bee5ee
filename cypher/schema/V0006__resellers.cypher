// One node for each supply that several clusters have in common.
CREATE CONSTRAINT reseller_id IF NOT EXISTS FOR (n:Reseller) REQUIRE n.id IS UNIQUE;
