// title: من التزم تجاه من، وكم مرة؟
// titleEn: Who is bound to whom, and how often?
MATCH (debtor:Actor)-[:COMMITS_TO]->(c:Commitment)-[:OWED_TO]->(creditor:Actor)
RETURN debtor.name AS debtor, creditor.name AS creditor, count(DISTINCT c) AS commitments,
  debtor.id AS debtorId, creditor.id AS creditorId
ORDER BY commitments DESC, debtorId, creditorId
